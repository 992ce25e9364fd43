@service:wallet
@service:resources
Feature: The points ledger
  Every movement of points is an entry with the balance before and after it. What a customer has is what
  the entries say.

  Background:
    Given a points scheme that gives 1 point for every 1.00
    And Anna is a member of it

  @severity:blocker
  @smoke
  Scenario: Points that are credited are in the balance
    When Anna is credited 250 points
    Then Anna has 250 points

  @one-tenant
  @severity:critical
  Scenario: Entries add up to the balance without a gap
    Given Anna has been credited 300 points
    And Anna has earned points for 45.00
    And Anna has spent 100 points
    And Anna has been debited 7 points
    When Anna is given 75 points of goodwill because "the delivery was late"
    Then Anna's ledger adds up to 313 points without a gap

  @one-tenant
  @severity:critical
  Scenario: Each entry says what happened, by whom, and how much before and after
    Given Anna has been credited 300 points
    And Anna has earned points for 45.00
    And Anna has been debited 5 points
    When Anna spends 100 points
    Then Anna's ledger shows
      | entry   | points | before | after | made by  |
      | credit  | 300    | 0      | 300   | a client |
      | earning | 45     | 300    | 345   | a client |
      | debit   | 5      | 345    | 340   | a client |
      | spend   | 100    | 340    | 240   | a client |

  @one-tenant
  Scenario: A new member has nothing, and the ledger says so
    Given Cleo is a customer
    When Cleo joins the scheme
    Then Cleo's ledger adds up to 0 points without a gap
    And Cleo's points stand at
      | current    | 0 |
      | usable     | 0 |
      | reserved   | 0 |
      | pending    | 0 |
      | ever given | 0 |
      | ever spent | 0 |

  @one-tenant
  Scenario: What was refused leaves no entry
    Given Anna has been credited 100 points
    When Anna spends 200 points
    Then it is refused because the balance is too low
    And Anna's ledger shows
      | entry  | points | after |
      | credit | 100    | 100   |

  @one-tenant
  Scenario: Balances say what was given and spent over all the time
    Given Anna has been credited 300 points
    And Anna has earned points for 45.00
    And Anna has been debited 20 points
    When Anna spends 200 points
    Then Anna's points stand at
      | current                 | 125  |
      | usable                  | 125  |
      | reserved                | 0    |
      | pending                 | 0    |
      | ever given              | 345  |
      | ever spent              | 200  |
      | worth of what was spent | 2.00 |

  @one-tenant
  @severity:critical
  Scenario: Whoever reads a balance after a change reads the new one
    Given Anna has been credited 300 points
    And Anna's balance has been read 4 times
    When Anna is credited 50 points
    Then Anna's balance is 350 points each of 6 times it is read

  @one-tenant
  Scenario: The points of one member are not another's
    Given Ben is a member of it
    When Anna is credited 250 points
    Then Ben has 0 points

  @one-tenant
  Scenario: An account of points is not read in another's wallet
    Given Ben is a customer
    When Anna's points are looked for in Ben's wallet
    Then it is refused because there is no such account
