@service:wallet
@service:resources
Feature: Tokens
  A token is a code for one coupon. Whoever shows it at a till may use it, unless it belongs to a
  customer.

  Background:
    Given a campaign "Voucher"

  @one-tenant
  @severity:critical
  Scenario: A token stands for one active coupon
    When a token of "Voucher" is made
    Then the token stands for an active coupon of "Voucher"

  @one-tenant
  Scenario: No two tokens are alike
    When 8 tokens of "Voucher" are made at the same moment
    Then no two of the tokens are alike

  @one-tenant
  Scenario: A token of a campaign that never was cannot be made
    When a token of a campaign that never was is made
    Then it is refused because there is no such campaign

  @one-tenant
  Scenario: A token for somebody nobody knows cannot be made
    When a token of "Voucher" is made for a card that was never given out
    Then it is refused because there is no such wallet

  @one-tenant
  @severity:critical
  Scenario: No more tokens are made than the campaign may give out
    Given a campaign "First three" of which 3 coupons may be given out
    When 8 tokens of "First three" are asked for at the same moment
    Then 3 are made and 5 refused because it was given out as often as it may be

  @service:pos
  @severity:critical
  Scenario: A token is used once
    Given a token of "Voucher"
    And the token has been used at the till
    When the token is used at another till
    Then it is refused because the token is not valid now

  @service:pos
  @one-tenant
  @severity:blocker
  Scenario: Of many tills that take one token at the same moment one gets it
    Given a token of "Voucher"
    When the token is used at 8 tills at the same moment
    Then it is accepted at 1 till and refused at 7 because the token is not valid now

  @service:pos
  @one-tenant
  Scenario: A token that belonged to nobody belongs to whoever used it
    Given a token of "Voucher"
    And Anna is a customer
    When the token is used at the till with Anna's card
    Then the token's coupon is used in her wallet
    And she has 1 coupon of "Voucher"

  @service:pos
  @one-tenant
  @severity:critical
  Scenario: A token takes its part off the basket it is shown with
    Given the shop sells "coffee" for 35.00
    And a campaign "Five off" that takes 5.00 off "coffee"
    And a token of "Five off"
    When a basket of 2 "coffee" is opened with the token
    Then 5.00 is taken off and 65.00 is to pay

  @service:pos
  @one-tenant
  @severity:critical
  Scenario: A token is used up by the purchase it was shown with
    Given the shop sells "coffee" for 35.00
    And a campaign "Five off" that takes 5.00 off "coffee"
    And a token of "Five off"
    And a basket of 2 "coffee" has been opened with the token
    And it has been settled
    When the token is shown at a till
    Then the till calls the token not valid now
