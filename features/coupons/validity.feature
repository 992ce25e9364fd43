@service:wallet
@service:resources
Feature: When a coupon is good
  A coupon is good from its first second to its last, and never longer than its campaign.

  @needs:clock
  @lock:tenant
  @one-tenant
  @severity:critical
  Scenario Outline: A coupon that is redeemed <moment> is refused
    Given a campaign "Tomorrow" whose coupons begin after 1 day
    And a campaign "Fortnight" whose coupons last 14 days
    And Anna has a coupon of "<campaign>"
    When the coupon is redeemed <moment>
    Then it is refused because <reason>
    And her coupon can be used 1 more time

    Examples:
      | moment                      | campaign  | reason                      |
      | one second before it begins | Tomorrow  | the coupon is not valid yet |
      | one second after its end    | Fortnight | the coupon has expired      |

  @needs:clock
  @lock:tenant
  @one-tenant
  @severity:critical
  Scenario Outline: A coupon that is redeemed <moment> is good
    Given a campaign "Tomorrow" whose coupons begin after 1 day
    And a campaign "Fortnight" whose coupons last 14 days
    And Anna has a coupon of "<campaign>"
    When the coupon is redeemed <moment>
    Then her coupon is used

    Examples:
      | moment              | campaign  |
      | in its first second | Tomorrow  |
      | in its last second  | Fortnight |

  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: A coupon ends with its campaign, however long it was to last
    Given a campaign "Three days" that starts now and ends in 3 days
    And Anna has a coupon of "Three days"
    And 4 days have gone by
    When she redeems the coupon
    Then it is refused because the coupon has expired

  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: A coupon whose time is over says so without anybody doing anything
    Given a campaign "Fortnight" whose coupons last 14 days
    And Anna has a coupon of "Fortnight"
    When 15 days go by
    Then her coupon is expired

  Scenario: A coupon that begins tomorrow is not redeemed today
    Given a campaign "Tomorrow" whose coupons begin after 1 day
    And Anna has a coupon of "Tomorrow"
    When she redeems the coupon
    Then it is refused because the coupon is not valid yet
    And her coupon can be used 1 more time

  @service:pos
  @one-tenant
  Scenario: A coupon that begins tomorrow takes nothing off today
    Given the shop sells "coffee" for 35.00
    And a campaign "Tomorrow" whose coupons begin after 1 day
    And Anna has a coupon of "Tomorrow"
    When her basket of 1 "coffee" is opened
    Then nothing is taken off and 35.00 is to pay
