@service:wallet
@service:resources
Feature: Merging wallets
  A customer with two wallets gets one: everything of the one goes into the other, once. The one that
  was merged stays behind to be read.

  Background:
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 300 points
    And Ben is a member of it
    And Ben has been credited 200 points

  @severity:blocker
  Scenario: Points of both wallets are in the one that stays, once
    When Ben's wallet is merged into Anna's
    Then Anna has 500 points
    And Anna's ledger adds up to 500 points without a gap
    And Ben's ledger adds up to 0 points without a gap

  @one-tenant
  Scenario: Both ledgers tell of the merge
    When Ben's wallet is merged into Anna's
    Then Anna's ledger shows
      | entry  | points | before | after |
      | credit | 300    | 0      | 300   |
      | credit | 200    | 300    | 500   |
    And Ben's ledger shows
      | entry  | points | before | after |
      | credit | 200    | 0      | 200   |
      | debit  | 200    | 200    | 0     |

  @one-tenant
  @severity:critical
  Scenario: The wallet that was merged is merged for ever, and each names the other
    When Ben's wallet is merged into Anna's
    Then Ben's wallet is merged into Anna's and each names the other

  @one-tenant
  @severity:critical
  Scenario: Cards of both wallets lead to the one that stays
    When Ben's wallet is merged into Anna's
    Then somebody who shows Ben's card finds Anna's wallet
    And somebody who shows Anna's card finds Anna's wallet
    And Anna has 2 identities
    And Ben has 0 identities

  @one-tenant
  Scenario: A lost card is still lost after the merge
    Given Ben's card has been lost
    When Ben's wallet is merged into Anna's
    Then the last of Anna's identities is lost

  @one-tenant
  @severity:critical
  Scenario: Coupons go with the wallet and can be redeemed there once
    Given a campaign "Coffee week"
    And Ben has a coupon of "Coffee week"
    When Ben's wallet is merged into Anna's
    Then Anna has 1 coupon of "Coffee week"
    And Ben has 0 coupons of "Coffee week"
    And Anna can redeem the coupon of "Coffee week" once

  @one-tenant
  Scenario: Points of a scheme that only one had go with their account
    Given a points scheme
    And Ben is a member of it
    And Ben has been credited 70 points
    When Ben's wallet is merged into Anna's
    Then Anna has 70 points of the scheme spoken of last

  @one-tenant
  Scenario: A balance below nothing goes along as well
    Given a points scheme with these terms
      | below nothing | allowed |
    And Anna is a member of it
    And Anna has been credited 300 points
    And Ben is a member of it
    And Ben has been debited 120 points
    When Ben's wallet is merged into Anna's
    Then Anna has 180 points
    And Ben has 0 points

  @one-tenant
  Scenario: The person goes along where the other wallet has nobody
    Given "Ben Jones" has been named as the person behind Ben's wallet
    When Ben's wallet is merged into Anna's
    Then the person behind Anna's wallet is
      | firstName | Ben   |
      | lastName  | Jones |

  @one-tenant
  Scenario: The person of the wallet that stays is the person of both
    Given "Ben Jones" has been named as the person behind Ben's wallet
    And "Anna Smith" has been named as the person behind Anna's wallet
    When Ben's wallet is merged into Anna's
    Then the person behind Anna's wallet is
      | firstName | Anna  |
      | lastName  | Smith |

  @one-tenant
  Scenario: Wallets can be merged one after the other into one
    Given Cleo is a member of it
    And Cleo has been credited 40 points
    And Cleo's wallet has been merged into Ben's
    When Ben's wallet is merged into Anna's
    Then Anna has 540 points
    And somebody who shows Cleo's card finds Anna's wallet
