@service:wallet
@service:resources
Feature: The points ledger
  Every movement of points is an entry with the balance before and after it. What a customer has is what the
  entries say.

  Background:
    Given a points scheme that gives 1 point for every 1.00
    And Anna is a member of it

  @severity:blocker
  @smoke
  Scenario: Points that are credited are in the balance
    When Anna is credited 250 points
    Then Anna has 250 points

  @severity:critical
  Scenario: Entries add up to the balance without a gap
    Given Anna has been credited 300 points
    And Anna has earned points for 45.00
    And Anna has spent 100 points
    Then Anna's ledger adds up to 245 points without a gap

  Scenario Outline: A purchase of <amount> earns <points>
    When Anna earns points for <amount>
    Then Anna has <points>

    Examples:
      | amount | points    |
      | 63.00  | 63 points |
      | 63.99  | 63 points |
      | 0.99   | 0 points  |
      | 0.00   | 0 points  |

  Scenario: Each entry says what happened, and how much before and after
    Given Anna has been credited 300 points
    When Anna spends 100 points
    Then the last entry of Anna's ledger is a spend of 100 points, from 300 points to 200 points

  @severity:critical
  Scenario: More points than there are cannot be spent
    Given Anna has been credited 100 points
    When Anna spends 200 points
    Then it is refused because the balance is too low
    And Anna has 100 points

  Scenario Outline: Spending <spent> where the scheme wants steps of 100 from 100 is refused
    Given Anna has been credited 1000 points
    When Anna spends <spent>
    Then it is refused because the scheme does not allow that amount

    Examples:
      | spent      |
      | 50 points  |
      | 150 points |

  Scenario: Taking away more than there is is refused
    Given Anna has been credited 100 points
    When Anna is debited 101 points
    Then it is refused because the balance is too low

  Scenario: A scheme may allow a balance below nothing
    Given a points scheme that allows a balance below nothing
    And Ben is a member of it
    When Ben is debited 40 points
    Then Ben has a balance of -40

  Scenario: Goodwill is told apart from other credits and keeps its reason
    When Anna is given 75 points of goodwill because "the delivery was late"
    Then the last entry of Anna's ledger is goodwill of 75 points
    And the last entry of Anna's ledger says "the delivery was late"

  Scenario: A customer has one account of a scheme
    When Anna joins the scheme once more
    Then it is refused because there is one already

  Scenario: A suspended wallet moves no points
    Given Anna's wallet has been suspended
    When Anna is credited 10 points
    Then it is refused because the wallet is not active

  Scenario: A wallet that may only earn does not spend
    Given Anna has been credited 500 points
    And Anna's wallet has been set to earn only
    When Anna spends 100 points
    Then it is refused because the wallet may only earn

  Scenario: Points are either given or worked out, not both
    When Anna earns 10 points and points for 10.00 at once
    Then it is refused because the request is malformed

  Scenario: A balance stops at its limit
    Given Anna has been credited 2147483647 points
    When Anna is credited 1 point
    Then it is refused because the balance would pass its limit
    And Anna has 2147483647 points

  @severity:critical
  Scenario: Credits at the same moment are all in the balance
    When Anna is credited 10 points 8 times at the same moment
    Then Anna has 80 points
    And Anna's ledger adds up to 80 points without a gap
