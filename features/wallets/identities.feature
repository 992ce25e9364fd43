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

  @one-tenant
  Scenario Outline: The <kind> "<value>" is the same as "<typed>"
    Given Anna is also known by the <kind> "<value>"
    When somebody gives the <kind> "<typed>"
    Then Anna's wallet is found

    Examples:
      | kind           | value                   | typed                   |
      | e-mail address | Anna.Smith@shop.example | anna.smith@SHOP.example |
      | e-mail address | zoë@shop.example        | ZOË@shop.example        |
      | card           | ab-12                   | AB-12                   |

  @one-tenant
  Scenario: An identity keeps the letters it was given
    When Anna is made known by the e-mail address "Anna.Smith@shop.example"
    Then the last of Anna's identities is "Anna.Smith@shop.example"

  @one-tenant
  Scenario: An identity belongs to one wallet
    When Ben becomes a customer with Anna's card
    Then it is refused because the identity is taken

  @one-tenant
  Scenario: An identity in other case is the same identity
    Given Anna is also known by the e-mail address "Anna.Smith@shop.example"
    When Ben becomes a customer with the e-mail address "ANNA.SMITH@shop.example"
    Then it is refused because the identity is taken

  @one-tenant
  Scenario: A wallet does not get the same identity twice
    When Anna's card is to be Anna's as well
    Then it is refused because the identity is taken
    And Anna has 1 identity

  @one-tenant
  @severity:critical
  Scenario: Of many wallets that ask for one card at the same moment one gets it
    When 8 customers are given the same card at the same moment
    Then 1 is accepted and 7 are refused because the identity is taken

  @one-tenant
  Scenario: Nobody is found by a card that was never given out
    When somebody shows a card that was never given out
    Then it is refused because there is no such wallet

  @one-tenant
  Scenario: A card that is asked for without a number gets one
    When Anna is given a card without a number
    Then the last of Anna's identities finds her wallet

  @one-tenant
  Scenario Outline: All but the last four characters of the <kind> are hidden
    When Anna is made known by the <kind> "<value>"
    Then the last of Anna's identities is shown with only "<seen>" to be seen of it

    Examples:
      | kind           | value               | seen |
      | phone number   | 447700900123        | 0123 |
      | e-mail address | anna@shop.example   | mple |
      | card           | 6335-9911-2233-4455 | 4455 |
