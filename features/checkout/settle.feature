@service:pos
@service:wallet
@service:resources
Feature: Settling a basket
  Settling makes a purchase final: coupons are used up, points are earned, and the customer can read about it.

  Background:
    Given the shop sells "coffee" for 35.00
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And a campaign "Ten off" that takes 10 % off "coffee" for everyone

  @severity:blocker
  @smoke
  Scenario: Points are earned on what was paid
    When Anna buys 2 "coffee"
    Then Anna has 63 points

  @severity:critical
  Scenario: Offers that give points add to what is earned
    Given a campaign "Bonus one" that gives 100 points for "coffee"
    And a campaign "Bonus two" that gives 200 points for "coffee"
    And a campaign "Bonus three" that gives 300 points for "coffee"
    And Anna has a coupon of "Bonus one"
    And Anna has a coupon of "Bonus two"
    And Anna has a coupon of "Bonus three"
    When Anna buys 2 "coffee"
    Then Anna has 663 points
    And Anna's ledger adds up to 663 points without a gap

  @severity:critical
  Scenario: A coupon is used up by the purchase
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    When Anna buys 2 "coffee"
    Then Anna's coupon is used

  @severity:blocker
  Scenario: A purchase that is sent twice happens once
    Given Anna has bought 2 "coffee"
    When the same purchase is sent again
    Then it is answered as the first time
    And Anna has 63 points

  @severity:critical
  Scenario: A reference that was settled cannot be settled differently
    Given Anna has bought 2 "coffee"
    When another purchase is sent under the same reference
    Then it is refused because the reference was settled differently
    And Anna has 63 points

  @severity:critical
  Scenario: A purchase that arrives several times at the same moment happens once
    Given Anna's basket of 2 "coffee" has been opened
    When the purchase arrives 4 times at the same moment
    Then all of them are answered alike
    And Anna has 63 points

  @severity:critical
  Scenario: A basket that was changed after it was opened is refused
    Given Anna's basket of 2 "coffee" has been opened
    When it is settled with a higher discount than was given
    Then it is refused because the basket was changed
    And Anna has 0 points

  Scenario: A purchase at an outlet nobody knows is refused
    Given Anna's basket of 2 "coffee" has been opened
    When it is settled at an outlet that does not exist
    Then it is refused because the outlet is unknown

  Scenario Outline: A purchase can be looked up by its <key>
    Given Anna has bought 2 "coffee"
    When the purchase is looked up by its <key>
    Then it is the purchase of Anna

    Examples:
      | key                 |
      | number              |
      | reference           |
      | number, from a till |

  Scenario: A purchase without a card is recorded and earns nothing
    When 1 "coffee" is bought without a card
    Then the purchase belongs to nobody

  @needs:clock
  @lock:*
  Scenario: A coupon that ran out between opening and settling is not used
    Given a campaign "Today" that takes 5.00 off "coffee" and whose coupons last 1 day
    And Anna has a coupon of "Today"
    And Anna's basket of 2 "coffee" has been opened
    And 2 days have gone by
    When it is settled
    Then it is refused because the coupon has expired
