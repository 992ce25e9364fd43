@service:wallet
@service:resources
Feature: Coupons
  A coupon is a customer's own copy of a campaign's offer. It is worth something once, and to one customer.

  Background:
    Given a campaign "Coffee week"
    And Anna is a customer

  @severity:blocker
  @smoke
  Scenario: A coupon that was given out can be redeemed
    Given Anna has a coupon of "Coffee week"
    When Anna redeems the coupon
    Then Anna's coupon is used

  @severity:critical
  Scenario: A coupon is redeemed once
    Given Anna has redeemed a coupon of "Coffee week"
    When Anna redeems the coupon
    Then it is refused because the coupon has been used

  @severity:blocker
  Scenario: Of many who redeem one coupon at the same moment one wins
    Given Anna has a coupon of "Coffee week"
    When the coupon is redeemed at 6 tills at the same moment
    Then it is accepted at 1 till and refused at 5 because the coupon has been used
    And Anna's ledger of the coupon shows it redeemed once

  Scenario: A redeemed coupon can be given back
    Given Anna has redeemed a coupon of "Coffee week"
    When the redemption is undone
    Then Anna's coupon is active

  Scenario: A coupon that was not redeemed cannot be given back
    Given Anna has a coupon of "Coffee week"
    When the redemption is undone
    Then it is refused because the account does not allow it

  Scenario: A cancelled coupon is worth nothing
    Given Anna has a coupon of "Coffee week"
    And the coupon has been cancelled
    When Anna redeems the coupon
    Then it is refused because the coupon is cancelled

  Scenario: A coupon of a suspended wallet is not redeemed
    Given Anna has a coupon of "Coffee week"
    And Anna's wallet has been suspended
    When Anna redeems the coupon
    Then it is refused because the wallet is not active

  Scenario: A coupon that was not handed over yet is not redeemed
    Given Anna has a coupon of "Coffee week" that is still unloaded
    When Anna redeems the coupon
    Then it is refused because the coupon is not active

  @needs:clock
  @lock:*
  Scenario: A coupon is worth nothing after its last second
    Given a campaign "Fortnight" whose coupons last 14 days
    And Anna has a coupon of "Fortnight"
    And 15 days have gone by
    When Anna redeems the coupon
    Then it is refused because the coupon has expired

  @needs:clock
  @lock:*
  Scenario: A coupon is good until its last day
    Given a campaign "Fortnight" whose coupons last 14 days
    And Anna has a coupon of "Fortnight"
    And 13 days have gone by
    When Anna redeems the coupon
    Then Anna's coupon is used

  Scenario: A coupon that begins tomorrow is not redeemed today
    Given a campaign "Tomorrow" whose coupons begin after 1 day
    And Anna has a coupon of "Tomorrow"
    When Anna redeems the coupon
    Then it is refused because the coupon is not valid yet

  @severity:critical
  Scenario: A campaign gives out no more coupons than it may
    Given a campaign "First three" of which 3 coupons may be given out
    When coupons of "First three" are given to 8 customers at the same moment
    Then 3 customers have one and 5 were refused because it was given out as often as it may be

  Scenario: A customer gets no more coupons of a campaign than one customer may
    Given a campaign "One each" of which a customer may have 1 coupon
    And Anna has a coupon of "One each"
    When Anna is given a coupon of "One each"
    Then it is refused because it was given out as often as it may be

  Scenario Outline: A campaign that is <status> gives out no coupons
    Given the campaign "Coffee week" has been set to <status>
    When Anna is given a coupon of "Coffee week"
    Then it is refused because the campaign is not running

    Examples:
      | status   |
      | draft    |
      | pending  |
      | inactive |

  Scenario: A tag that is spelt in other case names no campaign
    Given the campaign "Coffee week" has the tag "morning"
    When Anna joins once more with coupons tagged "Morning"
    Then no coupon is given out because there is no such campaign
