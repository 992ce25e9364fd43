@service:wallet
@service:resources
Feature: Tokens
  A token is a code for one coupon. Whoever shows it at a till may use it, unless it belongs to a customer.

  Background:
    Given a campaign "Voucher"

  @severity:critical
  Scenario: A token stands for one active coupon
    When a token of "Voucher" is made
    Then the token stands for an active coupon of "Voucher"

  Scenario: No two tokens are alike
    When 5 tokens of "Voucher" are made at the same moment
    Then no two of the tokens are alike

  Scenario: A token of a campaign that never was cannot be made
    When a token of a campaign that never was is made
    Then it is refused because there is no such campaign

  @service:pos
  Scenario: A till says that a token is good
    Given a token of "Voucher"
    When the token is shown at a till
    Then the till calls the token good

  @service:pos
  Scenario: A till says that a token is unknown
    When a token that was never made is shown at a till
    Then the till calls the token unknown

  @service:pos
  Scenario: A customer's token is good for nobody else
    Given Anna is a customer
    And a token of "Voucher" that belongs to Anna
    When the token is shown at a till
    Then the till calls the token not valid now

  @service:pos
  Scenario: A customer's own token is good with the customer's card
    Given Anna is a customer
    And a token of "Voucher" that belongs to Anna
    When the token is shown at a till together with Anna's card
    Then the till calls the token good
