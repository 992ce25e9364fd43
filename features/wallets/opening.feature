@service:wallet
Feature: Opening a wallet
  A wallet holds what one customer has: cards and addresses to be found by, coupons and points.

  @severity:blocker
  @smoke
  Scenario: A new wallet is active and holds nothing
    When Anna becomes a customer
    Then her wallet is active
    And she has no accounts

  @one-tenant
  Scenario: A wallet says nothing of what it was not told
    When Anna becomes a customer
    Then her wallet has no name and nothing noted about it

  @one-tenant
  Scenario: A new card starts with its wallet and nothing is made up about it
    When Anna becomes a customer
    Then her card starts now and says nothing of itself

  @one-tenant
  Scenario Outline: A wallet can be opened <status>
    When Anna becomes a customer with a wallet that is <status>
    Then her wallet is <status>

    Examples:
      | status    |
      | inactive  |
      | suspended |

  @one-tenant
  Scenario Outline: No wallet is opened <status>
    When Anna becomes a customer with a wallet that is <status>
    Then it is refused because the request is malformed
    And nobody is found by the card that Anna asked for

    Examples:
      | status     |
      | terminated |
      | merged     |
      | deleted    |

  @one-tenant
  Scenario: A wallet keeps the name and the notes it was given
    Given Anna is a customer
    When Anna's wallet is named "Family Smith" and noted "channel" as "app"
    Then Anna's wallet is named "Family Smith"
    And Anna's wallet has "channel" noted as "app"

  @one-tenant
  Scenario: Another name leaves the notes as they are
    Given Anna is a customer
    And Anna's wallet has been named "Family Smith" and noted "channel" as "app"
    When her wallet is to be renamed
    Then her wallet has "channel" noted as "app"

  @one-tenant
  Scenario: A note is as long as 255 characters and no longer
    Given Anna is a customer
    When 256 characters are noted about her wallet
    Then it is refused because the request is malformed
    And her wallet has no name and nothing noted about it

  @one-tenant
  Scenario: The type of a wallet cannot be changed
    Given Anna is a customer
    When Anna's wallet is changed into a household's
    Then it is refused because the request is malformed
    And her wallet is a consumer's

  @one-tenant
  Scenario: A household has a wallet of its own type
    When Anna becomes a customer with a household's wallet
    Then her wallet is a household's

  @one-tenant
  Scenario: A wallet in a state nobody knows is refused
    Given Anna is a customer
    When the state of Anna's wallet is set to "SLEEPING"
    Then it is refused because the request is malformed
    And the state of her wallet is ordinary

  @one-tenant
  @severity:critical
  Scenario: Of many who become customers with one card at the same moment one does
    When 8 people become customers with one card at the same moment
    Then 1 is accepted and 7 are refused because the identity is taken

  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: A wallet says when it was opened and when it was changed last
    Given it is on 2027-05-10 at 12:00 for the tenant
    And Anna is a customer
    And it is on 2027-05-12 at 12:00 for the tenant
    When her wallet is to be renamed
    Then her wallet was opened on 2027-05-10 and changed last on 2027-05-12

  @contract
  @one-tenant
  Scenario: The older address opens the same wallets
    When Anna becomes a customer at the older address
    Then her wallet is active
    And somebody who shows her card finds her wallet

  @contract
  @one-tenant
  Scenario: The older address gives no card away twice
    Given Anna is a customer
    When Ben becomes a customer at the older address with Anna's card
    Then it is refused because the identity is taken
