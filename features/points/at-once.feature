@service:wallet
@service:resources
@severity:blocker
@one-tenant
Feature: Movements at the same moment
  However many move the points of one customer at the same moment, each movement counts once, and the
  ledger has no gap.

  Background:
    Given a points scheme
    And Anna is a member of it

  Scenario: Credits at the same moment are all in the balance
    When Anna is credited 10 points 8 times at the same moment
    Then all are accepted
    And Anna's ledger adds up to 80 points without a gap

  Scenario: Spends at the same moment are all in the balance
    Given Anna has been credited 800 points
    When Anna spends 100 points 8 times at the same moment
    Then all are accepted
    And Anna's ledger adds up to 0 points without a gap

  Scenario: Credits and spends at the same moment lose nothing of each other
    Given Anna has been credited 500 points
    When Anna is credited and spends 100 points, 5 times each, at the same moment
    Then all are accepted
    And Anna's ledger adds up to 500 points without a gap

  Scenario: Two spends of which there is enough for one happen once
    Given Anna has been credited 199 points
    When Anna spends 100 points 6 times at the same moment
    Then 1 is accepted and 5 are refused because the balance is too low
    And Anna's ledger adds up to 99 points without a gap
