@service:wallet
@service:resources
@one-tenant
Feature: What a wallet holds
  A wallet holds coupons and memberships. A coupon that is in no wallet yet, as that of a voucher
  somebody was handed, can be put into one.

  Background:
    Given a campaign "Voucher"
    And Anna is a customer

  Scenario: What a wallet holds is also found by its card
    Given a points scheme
    And Anna is a member of it
    And Anna has a coupon of "Voucher"
    When the accounts behind Anna's card are listed
    Then the list is "POINTS ACTIVE, ECOUPON ACTIVE"

  Scenario: A wallet that holds nothing has an empty list behind its card
    When the accounts behind Anna's card are listed
    Then the list is ""

  Scenario: Nothing is listed behind a card that was never given out
    When the accounts behind a card that was never given out are listed
    Then it is refused because there is no such wallet

  Scenario: An account is read in its own wallet only
    Given Anna has a coupon of "Voucher"
    And Ben is a customer
    When Anna's coupon is looked for in Ben's wallet
    Then it is refused because there is no such account

  Scenario: A coupon in no wallet is put into one
    Given a token of "Voucher"
    When the coupon of the token is put into Anna's wallet
    Then Anna has 1 coupon of "Voucher"
    And Anna can redeem the coupon of "Voucher" once

  @severity:critical
  Scenario: A coupon is in one wallet only
    Given a token of "Voucher"
    And the coupon of the token has been put into Anna's wallet
    And Ben is a customer
    When the coupon of the token is put into Ben's wallet
    Then it is refused because it is in a wallet already
    And Anna has 1 coupon of "Voucher"
    And Ben has 0 coupons of "Voucher"

  @severity:critical
  Scenario: Of many wallets that want one coupon at the same moment one gets it
    Given a token of "Voucher"
    When the coupon of the token is put into 8 wallets at the same moment
    Then 1 is accepted and 7 are refused because it is in a wallet already

  Scenario: A coupon that never was is put into no wallet
    When a coupon that never was is put into Anna's wallet
    Then it is refused because there is no such account

  Scenario: A coupon that was given out as often as it may be to one customer is put into no wallet
    Given a campaign "One each" of which a customer may have 1 coupon
    And Anna has a coupon of "One each"
    And a token of "One each"
    When the coupon of the token is put into Anna's wallet
    Then it is refused because it was given out as often as it may be
    And Anna has 1 coupon of "One each"
