@service:pos
@service:wallet
@service:resources
Feature: What a till says of a token
  Tills keep a code that is not valid now for later, and drop one that is unknown. So the two must never
  be mixed up.

  Background:
    Given a campaign "Voucher"
    And Anna is a customer

  @severity:critical
  Scenario: A token that can be used is good
    Given a token of "Voucher"
    When the token is shown at a till
    Then the till calls the token good

  @one-tenant
  @severity:critical
  Scenario: A token that was never made is unknown
    When a token that was never made is shown at a till
    Then the till calls the token unknown

  @one-tenant
  @severity:critical
  Scenario Outline: A token that was never made is unknown when it is <deed>
    When a token that was never made is <deed>
    Then it is refused because the token is unknown

    Examples:
      | deed        |
      | asked about |
      | used        |
      | let go      |

  @one-tenant
  Scenario: A token that has been used is not valid now
    Given a token of "Voucher"
    And the token has been used at the till
    When the token is shown at a till
    Then the till calls the token not valid now

  @one-tenant
  Scenario: A token that begins tomorrow is not valid now
    Given a campaign "Tomorrow" whose coupons begin after 1 day
    And a token of "Tomorrow"
    When the token is shown at a till
    Then the till calls the token not valid now

  @one-tenant
  Scenario: A token that another till holds is not valid now
    Given a token of "Voucher"
    And the token has been held at another till
    When the token is shown at a till
    Then the till calls the token not valid now

  @one-tenant
  Scenario: A token that was let go is good again
    Given a token of "Voucher"
    And the token has been held at another till
    And the token has been let go at another till
    When the token is shown at a till
    Then the till calls the token good

  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: A token whose time is over is not valid now
    Given a campaign "Fortnight" whose coupons last 14 days
    And a token of "Fortnight"
    And 15 days have gone by
    When the token is shown at a till
    Then the till calls the token not valid now

  @one-tenant
  @severity:critical
  Scenario: A customer's token is good for nobody else
    Given a token of "Voucher" that belongs to Anna
    When the token is shown at a till
    Then the till calls the token not valid now

  @one-tenant
  @severity:critical
  Scenario: A customer's token is not valid in another customer's hands
    Given a token of "Voucher" that belongs to Anna
    And Ben is a customer
    When the token is used at the till with Ben's card
    Then it is refused because the token is not valid now
    And Anna has 1 coupon of "Voucher"

  @one-tenant
  Scenario: A customer's own token is good with the customer's card
    Given a token of "Voucher" that belongs to Anna
    When the token is shown at a till together with Anna's card
    Then the till calls the token good
