@service:wallet
@one-tenant
Feature: The statuses of a card
  A card can be suspended and brought back, reported lost and found again. What is stolen or terminated
  is so for ever.

  Background:
    Given Anna is a customer

  @severity:critical
  Scenario Outline: A card that is <from> and <step> is <to>
    Given Anna has a card that is <from>
    When her card is to be <step>
    Then her card is <to>

    Examples:
      | from      | step            | to         |
      | inactive  | activated       | active     |
      | suspended | activated       | active     |
      | lost      | activated       | active     |
      | active    | suspended       | suspended  |
      | active    | reported lost   | lost       |
      | suspended | reported lost   | lost       |
      | active    | reported stolen | stolen     |
      | suspended | reported stolen | stolen     |
      | lost      | reported stolen | stolen     |
      | active    | terminated      | terminated |
      | inactive  | terminated      | terminated |
      | suspended | terminated      | terminated |
      | lost      | terminated      | terminated |

  @severity:critical
  Scenario Outline: A card that is <from> cannot be <steps>
    Given Anna has a card that is <from>
    When her card is to be each of "<steps>"
    Then each of them is refused because its status does not allow it
    And her card is <from>

    Examples:
      | from       | steps                                                            |
      | active     | activated                                                        |
      | inactive   | suspended, reported lost, reported stolen                        |
      | suspended  | suspended                                                        |
      | lost       | suspended, reported lost                                         |
      | stolen     | activated, suspended, reported lost, reported stolen, terminated |
      | terminated | activated, suspended, reported lost, reported stolen, terminated |

  Scenario: No card is given out stolen, terminated or deleted
    When Anna is given a card that is each of "stolen, terminated, deleted"
    Then each of them is refused because the request is malformed
    And Anna has 1 identity

  Scenario: A card that is lost leaves the others as they are
    Given Anna has a card that is active
    When her card is to be reported lost
    Then the first of Anna's identities is active

  Scenario: A lost card still leads customer care to its wallet
    Given Anna has a card that is lost
    When somebody shows her card
    Then Anna's wallet is found

  Scenario: The card of one wallet is not another's to suspend
    Given Ben is a customer
    When Ben's card is to be suspended as if it were Anna's
    Then it is refused because there is no such identity
    And Ben's card is active
