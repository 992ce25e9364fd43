@service:pos
@service:wallet
@service:resources
Feature: Settling a basket
  Settling makes a purchase final: coupons are used up, points are earned, and the customer can read
  about it.

  Background:
    Given the shop sells "coffee" for 35.00
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And a campaign "Ten off" that takes 10 % off "coffee" for everyone

  @severity:blocker
  @smoke
  Scenario: Points are earned on what was paid
    When Anna buys 2 "coffee"
    Then she has 63 points

  @one-tenant
  @severity:critical
  Scenario: Offers that give points add to what is earned
    Given these offers:
      | offer       | gives      | on     | to   |
      | Bonus one   | 100 points | coffee | Anna |
      | Bonus two   | 200 points | coffee | Anna |
      | Bonus three | 300 points | coffee | Anna |
    When Anna buys 2 "coffee"
    Then she has 663 points
    And her ledger adds up to 663 points without a gap

  @one-tenant
  @severity:critical
  Scenario: A coupon is used up by the purchase
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    When she buys 2 "coffee"
    Then her coupon is used
    And she has 1 purchase

  @one-tenant
  Scenario: A coupon the basket has no use for stays as it is
    Given the shop sells "tea" for 20.00
    And a campaign "For friends" that takes 5.00 off "tea"
    And Anna has a coupon of "For friends"
    When she buys 2 "coffee"
    Then her coupon is active

  @one-tenant
  Scenario: An offer for everyone leaves its used coupon with the customer
    When Anna buys 2 "coffee"
    Then she has 1 coupon of "Ten off"

  @one-tenant
  Scenario: A basket of several goods is worked out as one
    Given the shop sells:
      | tea    | 20.00 |
      | sweets | 3.33  |
    When Anna buys:
      | 2 | coffee |
      | 1 | tea    |
      | 3 | sweets |
    Then 7.00 is taken off and 92.99 is to pay
    And she has 92 points

  @one-tenant
  Scenario: A till that was cut off records what it sold, and no offer counts
    When Anna buys 2 "coffee" at a till that has asked for no price
    Then the purchase has changed no account
    And she has 1 purchase
    And she has 0 points

  @one-tenant
  Scenario: A purchase at an outlet nobody knows is refused
    Given Anna's basket of 2 "coffee" has been opened
    When it is settled at an outlet that does not exist
    Then it is refused because the outlet is unknown
    And there is no purchase of it

  @one-tenant
  Scenario: A purchase without a card is recorded and earns nothing
    When 1 "coffee" is bought without a card
    Then the purchase belongs to nobody
