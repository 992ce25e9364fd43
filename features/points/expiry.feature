@service:wallet
@service:resources
@needs:clock
@lock:tenant
Feature: Points that end
  Points last until the end of the month that lies so many months after they came in, by the tenant's
  own calendar. What ends first is spent first. The ledger says when they ended, also where nobody
  looked until later.

  Background:
    Given a points scheme with these terms
      | points last | 1 month |

  @severity:critical
  Scenario Outline: Points of <earned> last until <last> and end with <end>
    Given it is on <earned> for the tenant
    And Anna is a member of it
    And Anna has been credited 100 points
    And it is on <last> for the tenant
    And Anna has had 100 points all the while
    When it is on <looked> for the tenant
    Then Anna's ledger shows
      | entry  | points | before | after | made by      | on       |
      | credit | 100    | 0      | 100   | a client     | <earned> |
      | expiry | 100    | 100    | 0     | the platform | <end>    |

    Examples: By each tenant's own calendar, at both ends of a month, in summer and in winter
      | earned              | last                | end                 | looked              |
      | 2027-06-01 at 00:10 | 2027-07-31 at 23:58 | 2027-08-01 at 00:00 | 2027-08-20 at 12:00 |
      | 2027-12-31 at 23:50 | 2028-01-31 at 23:58 | 2028-02-01 at 00:00 | 2028-02-20 at 12:00 |

    @one-tenant
    Examples: In the middle of a month, at its end, and with and without a leap day
      | earned              | last                | end                 | looked              |
      | 2027-06-15 at 12:00 | 2027-07-31 at 23:58 | 2027-08-01 at 00:00 | 2027-08-01 at 00:00 |
      | 2027-06-30 at 23:50 | 2027-07-31 at 23:58 | 2027-08-01 at 00:00 | 2027-08-20 at 12:00 |
      | 2028-01-31 at 12:00 | 2028-02-29 at 23:58 | 2028-03-01 at 00:00 | 2028-03-01 at 00:00 |
      | 2027-01-31 at 12:00 | 2027-02-28 at 23:58 | 2027-03-01 at 00:00 | 2027-03-01 at 00:00 |

  @one-tenant
  Scenario: Points that came in on a leap day and last a year end a year later
    Given a points scheme with these terms
      | points last | 12 months |
    And it is on 2028-02-29 at 12:00 for the tenant
    And Anna is a member of it
    And Anna has been credited 100 points
    When it is on 2029-04-01 at 12:00 for the tenant
    Then Anna's ledger shows
      | entry  | points | on                  |
      | credit | 100    | 2028-02-29 at 12:00 |
      | expiry | 100    | 2029-03-01 at 00:00 |

  @one-tenant
  @severity:critical
  Scenario: The oldest points are spent first
    Given it is on 2027-05-10 at 12:00 for the tenant
    And Anna is a member of it
    And Anna has been credited 100 points
    And it is on 2027-06-10 at 12:00 for the tenant
    And Anna has been credited 200 points
    And Anna has spent 100 points
    When it is on 2027-07-10 at 12:00 for the tenant
    Then Anna has 200 points
    And Anna's ledger adds up to 200 points without a gap

  @one-tenant
  Scenario: What is left of the oldest points ends, and no more than that
    Given it is on 2027-05-10 at 12:00 for the tenant
    And Anna is a member of it
    And Anna has been credited 250 points
    And it is on 2027-06-10 at 12:00 for the tenant
    And Anna has been credited 40 points
    And Anna has spent 100 points
    When it is on 2027-09-10 at 12:00 for the tenant
    Then Anna's ledger shows
      | entry  | points | before | after | on                  |
      | credit | 250    | 0      | 250   | 2027-05-10 at 12:00 |
      | credit | 40     | 250    | 290   | 2027-06-10 at 12:00 |
      | spend  | 100    | 290    | 190   | 2027-06-10 at 12:00 |
      | expiry | 150    | 190    | 40    | 2027-07-01 at 00:00 |
      | expiry | 40     | 40     | 0     | 2027-08-01 at 00:00 |

  @one-tenant
  @severity:critical
  Scenario: Points that have ended cannot be spent
    Given it is on 2027-05-10 at 12:00 for the tenant
    And Anna is a member of it
    And Anna has been credited 100 points
    And it is on 2027-07-01 at 00:00 for the tenant
    When Anna spends 100 points
    Then it is refused because the balance is too low
    And Anna has 0 points

  @one-tenant
  Scenario: However many look at once, points end once
    Given it is on 2027-05-10 at 12:00 for the tenant
    And Anna is a member of it
    And Anna has been credited 100 points
    And it is on 2027-07-01 at 00:00 for the tenant
    When 8 look at Anna's points at the same moment
    Then Anna's ledger shows
      | entry  | points | before | after | on                  |
      | credit | 100    | 0      | 100   | 2027-05-10 at 12:00 |
      | expiry | 100    | 100    | 0     | 2027-07-01 at 00:00 |

  @one-tenant
  Scenario: Points of a scheme that says nothing of an end stay
    Given a points scheme
    And it is on 2027-05-10 at 12:00 for the tenant
    And Anna is a member of it
    And Anna has been credited 100 points
    When it is on 2037-05-10 at 12:00 for the tenant
    Then Anna has 100 points

  @one-tenant
  Scenario: Points keep their end when wallets are merged
    Given it is on 2027-05-10 at 12:00 for the tenant
    And Anna is a member of it
    And Ben is a member of it
    And Ben has been credited 100 points
    And it is on 2027-06-10 at 12:00 for the tenant
    And Anna has been credited 30 points
    And Ben's wallet has been merged into Anna's
    When it is on 2027-07-01 at 00:00 for the tenant
    Then Anna has 30 points
    And Anna's ledger adds up to 30 points without a gap
