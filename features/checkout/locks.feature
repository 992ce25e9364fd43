@service:pos
@service:wallet
@service:resources
@one-tenant
Feature: Coupons that a basket holds
  A basket that is opened with a lock keeps the coupons it counts on for its own till, until it is
  settled, opened again, let go, or a quarter of an hour has gone by.

  Background:
    Given the shop sells "coffee" for 35.00
    And the shop sells "tea" for 20.00
    And a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"

  @severity:critical
  Scenario: A coupon that is locked at one till is no good at another
    Given Anna's basket of 2 "coffee" has been opened with a lock
    When the same is opened at another till
    Then nothing is taken off and 70.00 is to pay
    And her coupon is locked

  Scenario: A coupon that a basket holds is not redeemed outside of it
    Given Anna's basket of 2 "coffee" has been opened with a lock
    When Anna redeems the coupon
    Then it is refused because the coupon is locked

  @severity:critical
  Scenario: Of many tills that lock one coupon at the same moment one gets it
    When Anna's basket of 2 "coffee" is opened with a lock at 8 tills at the same moment
    Then 5.00 is taken off at 1 till and nothing at 7

  Scenario: Opening again under the same reference keeps what it had locked
    Given Anna's basket of 2 "coffee" has been opened with a lock
    When the same is opened again
    Then 5.00 is taken off and 65.00 is to pay

  @severity:critical
  Scenario: Opening again lets go of what the basket does not need any more
    Given Anna's basket of 2 "coffee" has been opened with a lock
    And it has been opened again with 1 "tea"
    When Anna redeems the coupon
    Then her coupon is used

  Scenario: Opening again without a lock lets go of everything
    Given Anna's basket of 2 "coffee" has been opened with a lock
    And it has been opened again without a lock
    When the same is opened at another till
    Then 5.00 is taken off and 65.00 is to pay

  Scenario: The till that holds a coupon settles with it
    Given Anna's basket of 2 "coffee" has been opened with a lock
    When it is settled
    Then her coupon is used

  @severity:critical
  Scenario: A basket that is let go holds no coupons any more
    Given Anna's basket of 2 "coffee" has been opened with a lock
    When the till lets go of the basket
    Then her coupon is active

  Scenario: A basket that holds nothing cannot be let go
    When the till lets go of a basket that never was
    Then it is refused because nothing is held under that reference

  Scenario: A lock that belongs to no reference is refused
    When Anna's basket of 2 "coffee" is opened with a lock but no reference
    Then it is refused because the request is malformed
    And her coupon is active

  @needs:clock
  @lock:tenant
  Scenario: A lock still holds shortly before its time is over
    Given Anna's basket of 2 "coffee" has been opened with a lock
    And 14 minutes have gone by
    When the same is opened at another till
    Then nothing is taken off and 70.00 is to pay

  @needs:clock
  @lock:tenant
  @severity:critical
  Scenario: A lock that nobody comes back to ends by itself
    Given Anna's basket of 2 "coffee" has been opened with a lock
    And 16 minutes have gone by
    When the same is opened at another till
    Then 5.00 is taken off and 65.00 is to pay
    And her coupon is active
