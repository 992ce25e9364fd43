@service:dashboard
@service:wallet
@service:resources
@one-tenant
Feature: Coupons in the dashboard
  Customer care gives coupons, takes them away, and puts one into a wallet that somebody holds as a
  code.

  Background:
    Given Anna is a customer
    And a campaign "Coffee week"

  @severity:critical
  Scenario: A coupon that customer care gives is in the wallet
    When customer care gives Anna a coupon of "Coffee week" because "the machine was broken"
    Then the dashboard says "Coupon given"
    And Anna has 1 coupon of "Coffee week"

  @severity:critical
  Scenario: A coupon that customer care cancels is cancelled
    Given Anna has a coupon of "Coffee week"
    When customer care cancels the coupon because "given by mistake"
    Then the dashboard says "Coupon cancelled"
    And Anna's coupon is cancelled

  @severity:critical
  Scenario: The coupon of a token can be taken into a wallet
    Given a token of "Coffee week"
    When customer care takes the token into Anna's wallet because "she cannot keep paper"
    Then the dashboard says "Coupon taken in"
    And Anna has 1 coupon of "Coffee week"
