@service:wallet
@service:resources
@one-tenant
Feature: Giving coupons back, and taking them away
  A redemption can be undone; the coupon can be used again then, or is lost where its campaign says so.
  What the tenant cancels is worth nothing any more.

  Background:
    Given a campaign "Coffee week"
    And Anna is a customer

  @severity:critical
  Scenario: A redeemed coupon can be given back
    Given Anna has redeemed a coupon of "Coffee week"
    When the redemption is undone
    Then her coupon is active
    And her coupon's history is:
      | given out  |
      | redeemed   |
      | given back |

  Scenario: A coupon that was given back can be redeemed once more
    Given Anna has redeemed a coupon of "Coffee week"
    And the redemption has been undone
    When she redeems the coupon
    Then her coupon is used

  @severity:critical
  Scenario: A redemption is undone once, however many try
    Given Anna has redeemed a coupon of "Coffee week"
    When the redemption is undone 6 times at the same moment
    Then it is done once and refused 5 times because the account does not allow it
    And her coupon can be used 1 more time

  Scenario: A coupon that was not redeemed cannot be given back
    Given Anna has a coupon of "Coffee week"
    When the redemption is undone
    Then it is refused because the account does not allow it
    And her coupon can be used 1 more time

  @severity:critical
  Scenario: A coupon whose campaign gives nothing back is lost
    Given a campaign "Only once" whose coupons are lost when they are given back
    And Anna has redeemed a coupon of "Only once"
    When the redemption is undone
    Then her coupon is cancelled

  Scenario: A coupon that was lost is not redeemed any more
    Given a campaign "Only once" whose coupons are lost when they are given back
    And Anna has redeemed a coupon of "Only once"
    And the redemption has been undone
    When she redeems the coupon
    Then it is refused because the coupon is cancelled

  @severity:critical
  Scenario: A cancelled coupon is worth nothing
    Given Anna has a coupon of "Coffee week"
    And the coupon has been cancelled
    When she redeems the coupon
    Then it is refused because the coupon is cancelled
    And her coupon is cancelled

  Scenario: A coupon is cancelled once
    Given Anna has a coupon of "Coffee week"
    And the coupon has been cancelled
    When the coupon is cancelled
    Then it is refused because the coupon is cancelled

  Scenario: A coupon that has been used has nothing left to cancel
    Given Anna has redeemed a coupon of "Coffee week"
    When the coupon is cancelled
    Then it is refused because the coupon has been used
    And her coupon is used

  Scenario: A cancelled coupon brings nothing back
    Given a campaign "Three cups" whose coupons can be used 3 times
    And Anna has redeemed a coupon of "Three cups"
    And the coupon has been cancelled
    When the redemption is undone
    Then it is refused because the coupon is cancelled
    And her coupon is cancelled
