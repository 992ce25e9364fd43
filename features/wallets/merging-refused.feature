@service:wallet
@service:resources
@one-tenant
Feature: Merges that are refused
  A merge happens as a whole or not at all, and only once, whoever asks for it from whichever side.

  Background:
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 300 points
    And Ben is a member of it
    And Ben has been credited 200 points

  @severity:critical
  Scenario: What was merged is not merged again
    Given Ben's wallet has been merged into Anna's
    And everything of Anna's has been looked at
    When Ben's wallet is merged into Anna's
    Then it is refused because the wallet is terminated
    And everything of Anna's is as it was
    And Anna has 500 points

  @severity:critical
  Scenario: A wallet is not merged into itself
    Given everything of Anna's has been looked at
    When Anna's wallet is merged into Anna's
    Then it is refused because its status does not allow it
    And everything of Anna's is as it was
    And Anna has 300 points

  Scenario: A wallet is not merged back into the one that was merged into it
    Given Ben's wallet has been merged into Anna's
    And everything of Anna's has been looked at
    When Anna's wallet is merged into Ben's
    Then it is refused because the wallet is terminated
    And everything of Anna's is as it was

  Scenario: A wallet is not merged into one that was terminated
    Given Ben's wallet has been terminated
    And everything of Anna's has been looked at
    And everything of Ben's has been looked at
    When Anna's wallet is merged into Ben's
    Then it is refused because the wallet is terminated
    And everything of Anna's is as it was
    And everything of Ben's is as it was

  Scenario: A wallet is not merged into one that was deleted
    Given Ben's wallet has been deleted
    And everything of Anna's has been looked at
    When Anna's wallet is merged into Ben's
    Then it is refused because there is no such wallet
    And everything of Anna's is as it was

  Scenario: A wallet is not merged into one that never was
    Given everything of Anna's has been looked at
    When Anna's wallet is merged into one that never was
    Then it is refused because there is no such wallet
    And everything of Anna's is as it was

  @severity:critical
  Scenario: A merge that would pass the limit of a balance moves nothing at all
    Given Anna has been credited 2147483300 points
    And everything of Anna's has been looked at
    And everything of Ben's has been looked at
    When Ben's wallet is merged into Anna's
    Then it is refused because the balance would pass its limit
    And everything of Anna's is as it was
    And everything of Ben's is as it was

  @severity:critical
  Scenario: Merges of one wallet that come at the same moment happen once
    When Ben's wallet is merged into Anna's 8 times at the same moment
    Then 1 is accepted and 7 are refused because the wallet is terminated
    And Anna has 500 points
    And Anna's ledger adds up to 500 points without a gap

  @severity:critical
  Scenario: Merges that come from both sides at the same moment happen once
    When Anna's and Ben's wallets are merged into each other 8 times at the same moment
    Then 1 is accepted and 7 are refused because the wallet is terminated
    And Anna and Ben have 500 points together

  @severity:critical
  Scenario: Points that come in while wallets are merged are counted once
    When Ben is credited 10 points 8 times while his wallet is merged into Anna's
    Then Anna and Ben have 500 points together and 10 for each credit that was accepted
