@service:wallet
@service:resources
Feature: Redeeming coupons
  A coupon is a customer's own copy of a campaign's offer. It is worth something as often as it says,
  once if it says nothing, and to one customer.

  Background:
    Given a campaign "Coffee week"
    And Anna is a customer

  @severity:blocker
  @smoke
  Scenario: A coupon that was given out can be redeemed
    Given Anna has a coupon of "Coffee week"
    When she redeems the coupon
    Then her coupon is used

  @one-tenant
  @severity:critical
  Scenario: A coupon is redeemed once
    Given Anna has redeemed a coupon of "Coffee week"
    When she redeems the coupon
    Then it is refused because the coupon has been used
    And her ledger of the coupon shows it redeemed once

  @one-tenant
  @severity:blocker
  Scenario: Of many who redeem one coupon at the same moment one wins
    Given Anna has a coupon of "Coffee week"
    When the coupon is redeemed at 8 tills at the same moment
    Then it is accepted at 1 till and refused at 7 because the coupon has been used
    And Anna's ledger of the coupon shows it redeemed once

  @one-tenant
  Scenario: A coupon for several uses is used up by the last of them
    Given a campaign "Three cups" whose coupons can be used 3 times
    And Anna has a coupon of "Three cups"
    And she has redeemed the coupon
    When she redeems the coupon
    Then her coupon can be used 1 more time
    And her coupon is active

  @one-tenant
  @severity:critical
  Scenario: Of many who redeem a coupon for three uses at the same moment three win
    Given a campaign "Three cups" whose coupons can be used 3 times
    And Anna has a coupon of "Three cups"
    When the coupon is redeemed at 8 tills at the same moment
    Then it is accepted at 3 tills and refused at 5 because the coupon has been used
    And Anna's coupon is used

  @one-tenant
  @severity:critical
  Scenario Outline: A coupon that is <kind> is not redeemed
    Given Anna has a coupon of "Coffee week" that is <kind>
    When she redeems the coupon
    Then it is refused because the coupon is not active
    And her coupon can be used 1 more time

    Examples:
      | kind           |
      | still unloaded |
      | blocked        |

  @one-tenant
  @severity:critical
  Scenario: Nobody redeems a coupon of another customer
    Given Anna has a coupon of "Coffee week"
    When Ben redeems somebody else's coupon
    Then it is refused because there is no such account
    And Anna's coupon is active
