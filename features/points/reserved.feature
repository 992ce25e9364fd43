@service:wallet
@service:pos
@service:resources
@one-tenant
Feature: Reserved points in the ledger
  Points that a till has reserved are still the customer's. The ledger shows what was reserved, what was
  given up and what was spent in the end; the balance changes with the spend.

  Background:
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 1000 points

  @severity:critical
  Scenario: Reserving leaves the balance and takes from what can be spent
    When Anna reserves 600 points at the till
    Then Anna's ledger shows
      | entry       | points | before | after | usable | made by  |
      | credit      | 1000   | 0      | 1000  | 1000   | a client |
      | reservation | 600    | 1000   | 1000  | 400    | a till   |
    And Anna's points stand at
      | current    | 1000 |
      | usable     | 400  |
      | reserved   | 600  |
      | ever spent | 0    |

  @severity:critical
  Scenario: Giving up brings back what can be spent
    Given Anna has reserved 600 points at the till
    When the points are given up
    Then Anna's ledger shows
      | entry       | points | before | after | usable |
      | credit      | 1000   | 0      | 1000  | 1000   |
      | reservation | 600    | 1000   | 1000  | 400    |
      | giving up   | 600    | 1000   | 1000  | 1000   |
    And Anna's points stand at
      | reserved   | 0 |
      | ever spent | 0 |

  @severity:critical
  Scenario: What was reserved is spent once, with the purchase
    Given the shop sells "coffee" for 35.00
    And Anna's basket of 2 "coffee" has been opened
    And Anna has reserved 600 points at the till
    When it is settled together with the points
    Then Anna's ledger adds up to 470 points without a gap
    And Anna's points stand at
      | usable                  | 470  |
      | reserved                | 0    |
      | ever spent              | 600  |
      | worth of what was spent | 6.00 |

  Scenario: What was spent at once and given up was never spent
    Given Anna has spent 600 points at the till
    When the points are given up
    Then Anna's ledger adds up to 1000 points without a gap
    And Anna's points stand at
      | usable     | 1000 |
      | ever spent | 0    |

  Scenario: Reserved points are not taken away either
    Given Anna has reserved 600 points at the till
    When Anna is debited 401 points
    Then it is refused because the balance is too low
    And Anna's points stand at
      | current  | 1000 |
      | reserved | 600  |

  Scenario: A wallet with reserved points is merged into no other that has points of the scheme
    Given Ben is a member of it
    And Anna has reserved 600 points at the till
    And everything of Anna's has been looked at
    When Anna's wallet is merged into Ben's
    Then it is refused because some of the points are reserved
    And everything of Anna's is as it was

  @needs:clock
  @lock:tenant
  @severity:critical
  Scenario: Reserved points are free again after their time, to the second
    Given a points scheme with these terms
      | a till reserves points for | 5 minutes |
    And Ben is a member of it
    And Ben has been credited 1000 points
    And Ben has reserved 600 points at the till
    When 10 minutes go by
    Then Ben's ledger shows
      | entry       | points | after | usable | made by      |
      | credit      | 1000   | 1000  | 1000   | a client     |
      | reservation | 600    | 1000  | 400    | a till       |
      | giving up   | 600    | 1000  | 1000   | the platform |
    And the last entry of Ben's ledger came 5 minutes after the one before

  @needs:clock
  @lock:tenant
  Scenario: Points do not end while they are reserved
    Given a points scheme with these terms
      | points last                | 1 month      |
      | a till reserves points for | 1440 minutes |
    And it is on 2027-05-10 at 12:00 for the tenant
    And Ben is a member of it
    And Ben has been credited 100 points
    And it is on 2027-06-30 at 18:00 for the tenant
    And Ben has reserved 100 points at the till
    When it is on 2027-07-01 at 12:00 for the tenant
    Then Ben's points stand at
      | current  | 100 |
      | usable   | 0   |
      | reserved | 100 |
