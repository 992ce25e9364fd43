@service:dashboard
@service:wallet
@service:resources
@one-tenant
Feature: Coupons in the dashboard
  Customer care gives coupons, takes them away, and puts one into a wallet that somebody holds as a
  code.

  Background:
    Given Anna is a customer
    And a campaign "Coffee week" of which a customer may have 1 coupon

  @severity:critical
  Scenario: A coupon that customer care gives is in the wallet, and no more than a customer may have
    Given customer care has given Anna a coupon of "Coffee week" because "the machine was broken"
    When customer care gives Anna a coupon of "Coffee week" because "she asked for it"
    Then the dashboard refuses it at "Campaign": "as many coupons as it may"
    And Anna has 1 coupon of "Coffee week"

  @severity:critical
  Scenario: A coupon that customer care cancels is cancelled
    Given Anna has a coupon of "Coffee week"
    When customer care cancels the coupon because "given by mistake"
    Then the dashboard says "Coupon cancelled"
    And Anna's coupon is cancelled

  Scenario: A used coupon cannot be cancelled
    Given Anna has redeemed a coupon of "Coffee week"
    When customer care cancels the coupon because "given by mistake"
    Then the dashboard refuses it: "The coupon has been used"
    And Anna's coupon is used

  @severity:critical
  Scenario: The coupon of a token can be taken into a wallet
    Given a token of "Coffee week"
    When customer care takes the token into Anna's wallet because "she cannot keep paper"
    Then the dashboard says "Coupon taken in"
    And Anna has 1 coupon of "Coffee week"
    And the form to take in a coupon takes none of these from customer care
      | Token            | Reason   | at    | told                               |
      | 1234             | a reason | Token | A token has 16 digits              |
      | 0000000000000000 | a reason | Token | Nobody has been given such a token |
