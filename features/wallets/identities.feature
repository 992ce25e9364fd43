@service:wallet
Feature: Identities
  An identity is what a customer is known by: a card, an e-mail address, a phone number. It leads to one
  wallet.

  Background:
    Given Anna is a customer

  @severity:critical
  Scenario: A customer is found by the card
    When somebody shows Anna's card
    Then Anna's wallet is found

  Scenario: Upper and lower case make no other identity
    Given Anna is also known by the e-mail address "Anna.Smith@shop.example"
    When somebody gives the e-mail address "anna.smith@SHOP.example"
    Then Anna's wallet is found

  Scenario: An identity belongs to one wallet
    When Ben becomes a customer with Anna's card
    Then it is refused because the identity is taken

  Scenario: An identity in other case is the same identity
    Given Anna is also known by the e-mail address "Anna.Smith@shop.example"
    When Ben becomes a customer with the e-mail address "ANNA.SMITH@shop.example"
    Then it is refused because the identity is taken

  Scenario: Nobody is found by a card that was never given out
    When somebody shows a card that was never given out
    Then it is refused because there is no such wallet

  Scenario: An identity is shown with all but its last four characters hidden
    Given Anna is also known by the phone number "447700900123"
    Then Anna's phone number is shown with only "0123" to be seen of it

  @severity:critical
  Scenario: Pages of identities neither repeat nor lose one
    Given Anna is also known by 7 more cards
    When Anna's identities are read in pages of 3
    Then all 8 identities are read, each of them once

  Scenario Outline: A page of <limit> from <offset> is a bad request
    When Anna's identities are read from <offset> with a limit of <limit>
    Then it is refused because the request is malformed

    Examples:
      | limit  | offset |
      | 0      | 0      |
      | -1     | 0      |
      | ten    | 0      |
      | 10     | -1     |
      | 100000 | 0      |

  Scenario: A filter that nobody knows is a bad request
    When Anna's identities are filtered by the status "['ACTIVE', 'LOST']"
    Then it is refused because the request is malformed
