@service:pos
@service:wallet
@service:resources
Feature: Goods that are brought back
  A refund leaves the customer with what the goods that were kept would have brought: discount, coupons
  and points.

  Background:
    Given the shop sells "coffee" for 35.00
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And a campaign "Twenty" that takes 20.00 off "coffee"
    And Anna has a coupon of "Twenty"
    And she has bought 2 "coffee"

  @severity:blocker
  @smoke
  Scenario: A purchase that is brought back as a whole leaves nothing of itself
    When Anna brings back 2 "coffee"
    Then she has 0 points
    And her coupon is active
    And the refund is on record beside the purchase, at the till
    And she has 1 purchase

  @one-tenant
  @severity:critical
  Scenario: What is kept is worth what it would have been alone
    When Anna brings back 1 "coffee"
    Then she has 15 points
    And her coupon is used

  @one-tenant
  Scenario: Bringing back in parts comes to the same as at once
    Given Anna has brought back 1 "coffee"
    When she brings back 1 "coffee"
    Then she has 0 points
    And her coupon is active

  @one-tenant
  @severity:critical
  Scenario: A coupon that came back can be used for another purchase
    Given Anna has brought back 2 "coffee"
    When she buys 2 "coffee"
    Then she has 50 points
    And her coupon is used

  @one-tenant
  Scenario: A ledger of points holds the purchase and its refund without a gap
    When Anna brings back 1 "coffee"
    Then the refund has written into her accounts:
      | entry      | of     | value | before | after |
      | given back | Twenty | 20.00 |        |       |
      | taken back | points | 50    | 50     | 0     |
      | earned     | points | 15    | 0      | 15    |
      | redeemed   | Twenty | 20.00 |        |       |
    And Anna's coupon's history is:
      | given out  |
      | redeemed   |
      | given back |
      | redeemed   |

  @one-tenant
  @severity:critical
  Scenario: Points that have been spent since are owed
    Given a points scheme that gives 2 points for every 1.00
    And Ben is a member of it
    And Ben has bought 2 "coffee"
    And he has spent 100 points
    When he brings back 2 "coffee"
    Then he has a balance of -100

  @one-tenant
  Scenario: A coupon that its campaign does not give back is lost with the refund
    Given these offers:
      | offer | gives | on     | to  | when given back |
      | Once  | 5.00  | coffee | Ben | lost            |
    And Ben has bought 2 "coffee"
    When he brings back 2 "coffee"
    Then his coupon is cancelled

  @one-tenant
  Scenario: A campaign that was stopped since counts for what is kept
    Given the campaign "Twenty" has been set to inactive
    When Anna brings back 1 "coffee"
    Then she has 15 points
    And her coupon is used

  @one-tenant
  Scenario: Goods can be brought back in another shop
    When Anna brings back 2 "coffee" at another till
    Then she has 0 points
    And the refund is on record beside the purchase, at another till

  @one-tenant
  Scenario: Whoever has the receipt can bring back without the card
    When 2 "coffee" is brought back without a card
    Then she has 0 points
    And her coupon is active

  @one-tenant
  Scenario: A purchase without a card can be brought back, and belongs to nobody still
    Given 2 "coffee" has been bought without a card
    When 2 "coffee" is brought back without a card
    Then the refund is on record beside the purchase, at the till
    And Anna has 50 points
