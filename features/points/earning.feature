@service:wallet
@service:resources
Feature: Earning points
  A purchase earns points by what was paid for it. Only whole steps count; what is left of an amount
  earns nothing.

  Background:
    Given a points scheme that gives 1 point for every 1.00
    And Anna is a member of it

  @severity:critical
  Scenario Outline: A purchase of <amount> earns <points>
    When Anna earns points for <amount>
    Then Anna has <points>

    Examples:
      | amount | points    |
      | 63.00  | 63 points |
      | 63.99  | 63 points |

  @one-tenant
  @severity:critical
  Scenario: Only whole steps of an amount earn points
    Then Anna's purchases earn what stands beside them
      | amount  | points      |
      | 63.49   | 63 points   |
      | 63.50   | 63 points   |
      | 1.00    | 1 point     |
      | 0.99    | 0 points    |
      | 0.50    | 0 points    |
      | 0.00    | 0 points    |
      | 1234.56 | 1234 points |

  @one-tenant
  Scenario Outline: At <rate> a purchase of <amount> earns <points>
    Given a points scheme with these terms
      | a purchase earns | <rate> |
    And Ben is a member of it
    When Ben earns points for <amount>
    Then Ben has <points>

    Examples:
      | rate                    | amount | points     |
      | 1 point for every 2.00  | 7.00   | 3 points   |
      | 1 point for every 2.00  | 7.99   | 3 points   |
      | 3 points for every 2.00 | 7.99   | 9 points   |
      | 5 points for every 0.01 | 0.99   | 495 points |
      | 1 point for every 10.00 | 9.99   | 0 points   |

  @one-tenant
  Scenario: A purchase that earns nothing is in the ledger all the same
    When Anna earns points for 0.50
    Then Anna's ledger shows
      | entry   | points | before | after |
      | earning | 0      | 0      | 0     |

  @one-tenant
  Scenario: A single purchase earns no more than the scheme allows
    Given a points scheme with these terms
      | a purchase earns           | 1 point for every 1.00 |
      | one purchase earns at most | 50 points              |
    And Ben is a member of it
    When Ben earns points for 80.00
    Then Ben has 50 points

  @one-tenant
  Scenario: The limit of one purchase counts anew for the next
    Given a points scheme with these terms
      | one purchase earns at most | 50 points |
    And Ben is a member of it
    And Ben has earned points for 80.00
    When Ben earns points for 80.00
    Then Ben has 100 points

  @one-tenant
  Scenario: Points are either given or worked out, not both
    When Anna earns 10 points and points for 10.00 at once
    Then it is refused because the request is malformed
    And Anna has 0 points

  @one-tenant
  Scenario: Points are earned as told where somebody else has worked them out
    When Anna earns 10 points
    Then Anna has 10 points

  @service:pos
  @severity:blocker
  Scenario: Points are earned on what was paid, not on what was asked
    Given the shop sells "coffee" for 35.00
    And a campaign "Ten off" that takes 10 % off "coffee" for everyone
    When Anna buys 2 "coffee"
    Then Anna's ledger shows
      | entry   | points | before | after | made by |
      | earning | 63     | 0      | 63    | a till  |

  @one-tenant
  @service:pos
  @severity:critical
  Scenario: What offers give stands in the ledger beside what was earned
    Given the shop sells "coffee" for 35.00
    And a campaign "Ten off" that takes 10 % off "coffee" for everyone
    And a campaign "Bonus" that gives 600 points for "coffee"
    And Anna has a coupon of "Bonus"
    When Anna buys 2 "coffee"
    Then Anna has 663 points
    And Anna's ledger adds up to 663 points without a gap
    And Anna's ledger shows
      | entry   | points | made by |
      | earning | 63     | a till  |
      | credit  | 600    | a till  |
