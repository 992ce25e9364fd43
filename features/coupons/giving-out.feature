@service:wallet
@service:resources
Feature: Giving out coupons
  A campaign gives out as many coupons as it may, while it runs, and to customers who may have one.

  Background:
    Given a campaign "Coffee week"
    And Anna is a customer

  @severity:blocker
  Scenario: A campaign gives out no more coupons than it may
    Given a campaign "First three" of which 3 coupons may be given out
    When coupons of "First three" are given to 8 customers at the same moment
    Then 3 customers have one and 5 were refused because it was given out as often as it may be

  @one-tenant
  Scenario: A customer gets no more coupons of a campaign than one customer may
    Given a campaign "One each" of which a customer may have 1 coupon
    And Anna has a coupon of "One each"
    When she is given a coupon of "One each"
    Then it is refused because it was given out as often as it may be
    And she has 1 coupon of "One each"

  @one-tenant
  @severity:critical
  Scenario: A customer who asks many times at the same moment gets one
    Given a campaign "One each" of which a customer may have 1 coupon
    When Anna is given a coupon of "One each" 8 times at the same moment
    Then it is done once and refused 7 times because it was given out as often as it may be
    And she has 1 coupon of "One each"

  @one-tenant
  Scenario: What one customer has had does not keep another from having it
    Given a campaign "One each" of which a customer may have 1 coupon
    And Anna has a coupon of "One each"
    When Ben is given a coupon of "One each"
    Then he has 1 coupon of "One each"

  @one-tenant
  Scenario: Codes count among the coupons that may be given out
    Given a campaign "Only two" of which 2 coupons may be given out
    And a token of "Only two"
    And a token of "Only two"
    When Anna is given a coupon of "Only two"
    Then it is refused because it was given out as often as it may be

  @one-tenant
  Scenario: A campaign that never was gives out no coupons
    When Anna is given a coupon of a campaign that never was
    Then it is refused because there is no such campaign

  @one-tenant
  Scenario: A terminated wallet is given no coupon
    Given Anna's wallet has been terminated
    When she is given a coupon of "Coffee week"
    Then it is refused because the wallet is terminated
    And she has 0 coupons of "Coffee week"

  @one-tenant
  Scenario: A tag gives the coupons of the campaigns that have it
    Given the campaign "Coffee week" has the tag "morning"
    When Anna joins once more with coupons tagged "morning"
    Then she has 1 coupon of "Coffee week"

  @one-tenant
  @severity:critical
  Scenario: A tag that is spelt in other case names no campaign
    Given the campaign "Coffee week" has the tag "morning"
    When Anna joins once more with coupons tagged "Morning"
    Then no coupon is given out because there is no such campaign
