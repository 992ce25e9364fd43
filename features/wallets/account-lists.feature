@service:wallet
@service:resources
@contract
@one-tenant
Feature: Lists of accounts and of ledger entries
  Accounts are filtered by what they are and how they stand, entries of a ledger by what happened and
  when. How the query is spelt is the subject here.

  Background:
    Given a points scheme
    And Anna is a member of it

  Scenario: Accounts are filtered as they are asked for
    Given a campaign "Coffee week"
    And Anna has redeemed a coupon of "Coffee week"
    And Anna has a coupon of "Coffee week"
    Then Anna's accounts are listed as asked
      | query                            | found                                       |
      |                                  | POINTS ACTIVE, ECOUPON USED, ECOUPON ACTIVE |
      | status=USED                      | ECOUPON USED                                |
      | status[]=USED&status[]=CANCELLED | ECOUPON USED                                |
      | type=POINTS                      | POINTS ACTIVE                               |
      | type[]=ECOUPON&status[]=ACTIVE   | ECOUPON ACTIVE                              |
      | state%5B%5D=LOADED               | ECOUPON USED, ECOUPON ACTIVE                |
      | state[]=LOADED&state[]=EARNBURN  | POINTS ACTIVE, ECOUPON USED, ECOUPON ACTIVE |
      | orderBy=status,DESC&limit=1      | ECOUPON USED                                |
      | orderBy=type,DESC&type=ECOUPON   | ECOUPON ACTIVE, ECOUPON USED                |
      | campaignId=1                     |                                             |

  Scenario: Accounts cannot be listed by what means nothing
    When Anna's accounts are listed by each of these
      | status=%5B%27ACTIVE%27%2C%20%27USED%27%5D |
      | status[]=ACTIVE&status[]=BROKEN           |
      | type=STAMPS                               |
      | state=ASLEEP                              |
      | orderBy=balances                          |
      | limit=1000                                |
    Then each of them is refused because the request is malformed

  Scenario: Entries are filtered as they are asked for
    Given Anna has been credited 300 points
    And Anna has been debited 50 points
    And Anna has spent 100 points
    Then Anna's ledger entries are listed as asked
      | query                                           | found                                     |
      |                                                 | CREATE 0, CREDIT 300, DEBIT 50, SPEND 100 |
      | event=SPEND                                     | SPEND 100                                 |
      | event[]=DEBIT&event[]=SPEND                     | DEBIT 50, SPEND 100                       |
      | event%5B%5D=CREDIT                              | CREDIT 300                                |
      | event=EXPIRY                                    |                                           |
      | orderBy=value,DESC&limit=2                      | CREDIT 300, SPEND 100                     |
      | orderBy=dateCreated,DESC&limit=1                | SPEND 100                                 |
      | dateCreated[from]=2100-01-01T00:00:00%2B00:00   |                                           |
      | dateCreated[to]=2000-01-01T00:00:00Z            |                                           |
      | dateCreated%5Bfrom%5D=2000-01-01T00:00:00-05:00 | CREATE 0, CREDIT 300, DEBIT 50, SPEND 100 |

  Scenario: Entries cannot be listed by what means nothing
    When Anna's ledger entries are listed by each of these
      | event=SALE                                  |
      | event[]=SPEND&event[]=SALE                  |
      | dateCreated[from]=yesterday                 |
      | dateCreated[from]=2026-01-01                |
      | dateCreated[from]=2026-01-01T00:00:00       |
      | dateCreated[from]=2026-01-01T00:00:00+00:00 |
      | dateCreated[since]=2026-01-01T00:00:00Z     |
      | dateCreated=2026-01-01T00:00:00Z            |
      | orderBy=balancesAfter                       |
    Then each of them is refused because the request is malformed

  @needs:clock
  @lock:tenant
  Scenario: A range of dates holds both of its edges
    Given it is on 2027-05-10 at 09:00 for the tenant
    And Anna has been credited 20 points
    And it is on 2027-05-11 at 09:00 for the tenant
    And Anna has been credited 30 points
    And it is on 2027-05-12 at 09:00 for the tenant
    And Anna has been credited 40 points
    Then Anna's ledger entries are listed as asked
      | query                                       | found                |
      | dateCreated[from]={30}                      | CREDIT 30, CREDIT 40 |
      | event=CREDIT&dateCreated[to]={30}           | CREDIT 20, CREDIT 30 |
      | dateCreated[from]={30}&dateCreated[to]={30} | CREDIT 30            |

  @severity:critical
  Scenario: Pages of the ledger neither repeat nor lose an entry while others are written
    Given Anna has been credited 7 points 6 times
    When Anna's ledger entries are read in pages of 3 while more are added
    Then all 9 ledger entries are read, each of them once

  @severity:critical
  Scenario: Pages of identities neither repeat nor lose one while others are added
    Given Anna is also known by 6 more cards
    When Anna's identities are read in pages of 3 while more are added
    Then all 9 identities are read, each of them once
