@lock:*
@needs:clock
@needs:purge
@one-tenant
@service:resources
@service:wallet
Feature: The purge
  What has been over for a long time is taken away for good. Whatever can still be used is not touched,
  however old it is.

  @severity:critical
  Scenario: The purge takes what is long over and nothing that lives
    Given Anna is a customer with 500 points
    And a campaign "Short" whose coupons last 1 day
    And a campaign "Endless"
    And Anna has a coupon of "Short"
    And Anna has a coupon of "Endless"
    And 80 days have gone by
    When the platform purges what is long over
    Then Anna has 0 coupons of "Short"
    And Anna has 1 coupon of "Endless"
    And Anna has 500 points
