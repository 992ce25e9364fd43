@service:dashboard
@service:wallet
@service:resources
@one-tenant
Feature: Helping a customer
  What staff do for a customer in the dashboard is done to the wallet itself, and never without a
  reason.

  @severity:critical
  Scenario: A supervisor credits and debits points, and the reason is in the ledger
    Given a points scheme
    And Anna is a member of it
    And a supervisor has credited Anna 320 points because "booked too late"
    When a supervisor debits Anna 20 points because "booked wrongly"
    Then the dashboard says "20 points debited"
    And Anna has 300 points
    And the last entry of Anna's ledger says "booked wrongly"

  @severity:critical
  Scenario: A lost card that was found is good again
    Given Anna is a customer
    And Anna's card has been reported lost
    When customer care activates Anna's card because "it was in her coat"
    Then the dashboard says "Identity activated"
    And Anna's card is active

  @severity:critical
  Scenario: A customer gets another card, and one that is moved leads to the other wallet
    Given Anna is a customer
    And Bert is a customer
    And customer care has added the card "spare" to Anna's wallet because "the old one is worn"
    When customer care moves Anna's card to Bert's wallet because "he uses it"
    Then the dashboard says "Identity moved"
    And Anna's card leads to Bert's wallet
    And Anna has 1 identity
