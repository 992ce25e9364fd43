@service:resources
@service:wallet
@one-tenant
Feature: What a campaign's status means to customers
  Only a campaign that runs gives anything: no coupon, no token and no offer of any other reaches a
  customer.

  @severity:blocker
  Scenario Outline: No coupon is given out of a campaign that is <status>
    Given a campaign "Coffee week" that is <status>
    When Anna is given a coupon of "Coffee week"
    Then it is refused because the campaign is not running
    And Anna has 0 coupons of "Coffee week"

    Examples:
      | status   |
      | draft    |
      | pending  |
      | rejected |
      | ready    |
      | inactive |
      | expired  |

  @severity:critical
  Scenario Outline: A coupon cannot be redeemed once its campaign is <status>
    Given a campaign "Coffee week"
    And Anna has a coupon of "Coffee week"
    And the campaign "Coffee week" has been set to <status>
    When Anna redeems the coupon
    Then it is refused because the campaign is not running
    And Anna's coupon is active

    Examples:
      | status   |
      | draft    |
      | pending  |
      | rejected |
      | ready    |
      | inactive |
      | expired  |
      | deleted  |

  Scenario: No coupon is given out of a campaign that was deleted
    Given a campaign "Coffee week"
    And the campaign "Coffee week" has been set to deleted
    When Anna is given a coupon of "Coffee week"
    Then it is refused because there is no such campaign

  Scenario: A coupon can be redeemed again when its campaign is resumed
    Given a campaign "Coffee week"
    And Anna has a coupon of "Coffee week"
    And the campaign "Coffee week" has been set to inactive
    And the campaign "Coffee week" has been changed to active
    When Anna redeems the coupon
    Then Anna's coupon is used

  Scenario: No token is made of a campaign that is paused
    Given a campaign "Coffee week" that is inactive
    When a token of "Coffee week" is made
    Then it is refused because the campaign is not running

  @service:pos
  @severity:critical
  Scenario Outline: An offer for everyone counts for nobody once it is <status>
    Given the shop sells "coffee" for 35.00
    And a campaign "Coffee week" that takes 20 % off "coffee" for everyone
    And the campaign "Coffee week" has been set to <status>
    When a basket of 1 "coffee" is opened without a card
    Then nothing is taken off and 35.00 is to pay

    Examples:
      | status   |
      | draft    |
      | pending  |
      | ready    |
      | inactive |
      | expired  |
      | deleted  |

  @service:pos
  Scenario: A till calls a token not valid now while its campaign is paused
    Given a campaign "Coffee week"
    And a token of "Coffee week"
    And the campaign "Coffee week" has been set to inactive
    When the token is shown at a till
    Then the till calls the token not valid now
