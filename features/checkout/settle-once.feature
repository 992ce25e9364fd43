@service:pos
@service:wallet
@service:resources
Feature: A purchase happens once
  Connections break, and tills send again what they are not sure of. However often a purchase arrives,
  it happens once; and a reference stands for one purchase.

  Background:
    Given the shop sells "coffee" for 35.00
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it

  @severity:blocker
  Scenario: A purchase that is sent twice happens once
    Given Anna has bought 2 "coffee"
    When the same purchase is sent again
    Then it is answered as the first time
    And she has 70 points
    And she has 1 purchase

  @one-tenant
  @severity:critical
  Scenario: A purchase is answered as the first time though its coupon is used up by now
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    And she has bought 2 "coffee"
    When the same purchase is sent again
    Then it is answered as the first time
    And her ledger of the coupon shows it redeemed once
    And she has 65 points

  @one-tenant
  @severity:critical
  Scenario: A reference that was settled cannot be settled differently
    Given Anna has bought 2 "coffee"
    When another purchase is sent under the same reference
    Then it is refused because the reference was settled differently
    And she has 70 points
    And she has 1 purchase

  @one-tenant
  Scenario: A basket that was settled is not settled under another reference too
    Given Anna has bought 2 "coffee"
    When the same basket is settled under another reference
    Then it is refused because the basket was changed
    And she has 70 points

  @one-tenant
  @severity:critical
  Scenario: A purchase that arrives several times at the same moment happens once
    Given Anna's basket of 2 "coffee" has been opened
    When the purchase arrives 8 times at the same moment
    Then all of them are answered alike
    And she has 70 points
    And she has 1 purchase

  @one-tenant
  @severity:critical
  Scenario: Of different purchases under one reference at the same moment one happens
    When Anna's purchases of 1 to 6 "coffee" arrive at the same moment under one reference
    Then it is done once and refused 5 times because the reference was settled differently
    And she has 1 purchase

  @one-tenant
  @severity:blocker
  Scenario: A coupon that several baskets count on is used in one of them
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    When her purchases of 1 to 6 "coffee" arrive at the same moment
    Then it is done once and refused 5 times because the coupon has been used
    And her ledger of the coupon shows it redeemed once
    And she has 1 purchase

  @one-tenant
  Scenario: Purchases of one customer at the same moment are all in the balance
    When Anna's purchases of 1 to 6 "coffee" arrive at the same moment
    Then she has 735 points
    And her ledger adds up to 735 points without a gap
    And she has 6 purchases
