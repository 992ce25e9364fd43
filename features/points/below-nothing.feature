@service:wallet
@service:resources
@one-tenant
Feature: Balances below nothing
  Taking points away stops at nothing, unless the scheme lets it go on or fills up what is missing.
  Spending always stops at nothing.

  @severity:critical
  Scenario: Taking away more than there is is refused
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 100 points
    When Anna is debited 101 points
    Then it is refused because the balance is too low
    And Anna has 100 points

  Scenario: Everything there is can be taken away
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 100 points
    When Anna is debited 100 points
    Then Anna has 0 points

  Scenario: Taking away is not bound to the rules for spending
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 100 points
    When Anna is debited 33 points
    Then Anna has 67 points

  @severity:critical
  Scenario: A scheme may allow a balance below nothing
    Given a points scheme that allows a balance below nothing
    And Ben is a member of it
    And Ben has been credited 10 points
    When Ben is debited 40 points
    Then Ben has a balance of -30

  Scenario: What comes in fills a balance below nothing first
    Given a points scheme that allows a balance below nothing
    And Ben is a member of it
    And Ben has been debited 40 points
    When Ben is credited 100 points
    Then Ben has 60 points
    And Ben's ledger adds up to 60 points without a gap

  Scenario: Nobody spends below nothing, also where the scheme allows such a balance
    Given a points scheme that allows a balance below nothing
    And Ben is a member of it
    And Ben has been credited 100 points
    When Ben spends 200 points
    Then it is refused because the balance is too low
    And Ben has 100 points

  @severity:critical
  Scenario: A scheme may fill up at once what a taking left below nothing
    Given a points scheme with these terms
      | below nothing | filled up |
    And Ben is a member of it
    And Ben has been credited 10 points
    When Ben is debited 40 points
    Then Ben has 0 points
    And Ben's ledger shows
      | entry      | points | before | after | made by      |
      | credit     | 10     | 0      | 10    | a client     |
      | debit      | 40     | 10     | -30   | a client     |
      | filling up | 30     | -30    | 0     | the platform |

  Scenario: What is filled up was never given to the customer
    Given a points scheme with these terms
      | below nothing | filled up |
    And Ben is a member of it
    And Ben has been credited 10 points
    When Ben is debited 40 points
    Then Ben's points stand at
      | usable     | 0  |
      | ever given | 10 |

  Scenario: Nothing is filled up where nothing is missing
    Given a points scheme with these terms
      | below nothing | filled up |
    And Ben is a member of it
    And Ben has been credited 40 points
    When Ben is debited 40 points
    Then Ben's ledger shows
      | entry  | points | after |
      | credit | 40     | 40    |
      | debit  | 40     | 0     |

  Scenario: Of many who take the last points away at the same moment one wins
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 100 points
    When Anna is debited 100 points 8 times at the same moment
    Then 1 is accepted and 7 are refused because the balance is too low
    And Anna's ledger adds up to 0 points without a gap
