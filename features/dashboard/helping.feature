@service:dashboard
@service:wallet
@service:resources
@one-tenant
Feature: Helping a customer
  What staff do for a customer in the dashboard is done to the wallet itself, and never without a
  reason.

  @severity:critical
  Scenario: A supervisor credits and debits points, and debits no more than there are
    Given a points scheme
    And Anna is a member of it
    And a supervisor has credited Anna 320 points because "booked too late"
    When a supervisor debits Anna 20 points because "booked wrongly"
    Then the dashboard says "20 points debited"
    And Anna has 300 points
    And the last entry of Anna's ledger says "booked wrongly"
    And the form to debit points takes none of these from a supervisor
      | Points | Reason         | at     | told                    |
      | 301    | booked wrongly | Points | does not hold that many |

  @severity:critical
  Scenario: A supervisor makes a suspended wallet active again
    Given Anna is a customer
    And Anna's wallet has been suspended
    When a supervisor activates Anna's wallet because "it was found"
    Then the dashboard says "Wallet activated"
    And Anna's wallet is active

  @severity:critical
  Scenario: A lost card that was found is good again, and a stolen one never
    Given Anna is a customer
    And Anna's card has been reported lost
    And customer care has activated Anna's card because "it was in her coat"
    And customer care has reported Anna's card as stolen because "she called"
    When customer care activates Anna's card because "it was in her coat"
    Then the dashboard refuses it: "cannot be done from the status"
    And Anna's card is stolen

  @severity:critical
  Scenario: A customer gets another card, and one that is moved leads to the other wallet
    Given Anna is a customer
    And Bert is a customer
    And customer care has added the card "spare" to Anna's wallet because "the old one is worn"
    When customer care moves Anna's card to Bert's wallet because "he uses it"
    Then the dashboard says "Identity moved"
    And Anna's card leads to Bert's wallet
    And Anna has 1 identity

  Scenario: A card that is somebody's already is not given out again
    Given Anna is a customer
    And Bert is a customer
    When customer care adds Bert's card to Anna's wallet because "she says so"
    Then the dashboard refuses it at "Value": "taken"
    And Anna has 1 identity
