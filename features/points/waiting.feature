@service:wallet
@service:resources
@needs:clock
@lock:tenant
Feature: Points that have to wait
  A scheme may let what a purchase earns wait for some days of 24 hours, so that it can be brought back
  before the points are spent. What is given by hand never waits.

  Background:
    Given a points scheme with these terms
      | a purchase earns     | 1 point for every 1.00 |
      | what is earned waits | 5 days                 |
    And it is on 2027-01-11 at 12:00 for the tenant
    And Anna is a member of it

  @one-tenant
  @severity:critical
  Scenario: What is earned waits and is no part of the balance yet
    When Anna earns points for 300.00
    Then Anna's points stand at
      | current    | 0   |
      | usable     | 0   |
      | pending    | 300 |
      | ever given | 0   |

  @one-tenant
  @severity:critical
  Scenario: What is waiting cannot be spent
    Given Anna has earned points for 300.00
    And 119 hours have gone by
    When Anna spends 100 points
    Then it is refused because the balance is too low
    And Anna's points stand at
      | current | 0   |
      | pending | 300 |

  @one-tenant
  @severity:critical
  Scenario: After its days what waited can be spent
    Given Anna has earned points for 300.00
    And 121 hours have gone by
    When Anna spends 100 points
    Then Anna's points stand at
      | current    | 200 |
      | usable     | 200 |
      | pending    | 0   |
      | ever given | 300 |
    And Anna's ledger adds up to 200 points without a gap

  @one-tenant
  Scenario: The ledger says when what waited was released, to the second
    Given Anna has earned points for 300.00
    When 30 days go by
    Then Anna's ledger shows
      | entry   | points | before | after | pending | made by      |
      | earning | 300    | 0      | 0     | 300     | a client     |
      | release | 300    | 0      | 300   | 0       | the platform |
    And the last entry of Anna's ledger came 120 hours after the one before

  Scenario: Days of waiting have 24 hours, also where a clock is put back meanwhile
    Given a points scheme with these terms
      | what is earned waits | 9 days |
    And it is on 2027-10-30 at 12:00 for the tenant
    And Ben is a member of it
    And Ben has earned points for 300.00
    When 30 days go by
    Then Ben has 300 points
    And the last entry of Ben's ledger came 216 hours after the one before

  @one-tenant
  Scenario: Each purchase waits for itself
    Given Anna has earned points for 100.00
    And 3 days have gone by
    And Anna has earned points for 50.00
    When 3 days go by
    Then Anna's points stand at
      | current | 100 |
      | pending | 50  |

  @one-tenant
  Scenario: What is given by hand does not wait
    When Anna is credited 40 points
    Then Anna's points stand at
      | usable  | 40 |
      | pending | 0  |

  @one-tenant
  Scenario: However many look at once, what waited is released once
    Given Anna has earned points for 300.00
    And 121 hours have gone by
    When 8 look at Anna's points at the same moment
    Then Anna's ledger adds up to 300 points without a gap
    And Anna's ledger shows
      | entry   | points | after |
      | earning | 300    | 0     |
      | release | 300    | 300   |

  @one-tenant
  Scenario: What waits goes along when wallets are merged
    Given Ben is a member of it
    And Ben has earned points for 70.00
    And Ben's wallet has been merged into Anna's
    When 6 days go by
    Then Anna's points stand at
      | current | 70 |
      | pending | 0  |

  @one-tenant
  Scenario: What waited lasts from the day it was earned
    Given a points scheme with these terms
      | points last          | 1 month |
      | what is earned waits | 5 days  |
    And it is on 2027-05-29 at 12:00 for the tenant
    And Ben is a member of it
    And Ben has earned points for 100.00
    When it is on 2027-07-10 at 12:00 for the tenant
    Then Ben's ledger shows
      | entry   | points | after | day        |
      | earning | 100    | 0     | 2027-05-29 |
      | release | 100    | 100   | 2027-06-03 |
      | expiry  | 100    | 0     | 2027-07-01 |
