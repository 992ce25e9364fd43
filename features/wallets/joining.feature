@service:wallet
@service:resources
Feature: Joining
  One call makes a customer with everything: a wallet, cards, coupons, points and the person. Whoever is
  known already keeps the one wallet there is, and gets the rest.

  Background:
    Given a campaign "Welcome"
    And a points scheme

  @severity:critical
  Scenario: One call makes a customer with a wallet, points and coupons
    When Anna joins with points and a coupon of "Welcome"
    Then Anna has 0 points
    And Anna has 1 coupon of "Welcome"
    And somebody who shows her card finds her wallet

  @one-tenant
  @severity:critical
  Scenario: A customer who joins twice keeps the one wallet
    Given Anna is a customer
    When Anna joins once more with a coupon of "Welcome"
    Then it is Anna's wallet that was used
    And Anna has 1 coupon of "Welcome"

  @one-tenant
  Scenario: A customer is known again however the card is typed
    Given Anna is a customer
    When Anna joins and asks for
      | a card      | in capital letters |
      | a coupon of | Welcome            |
    Then it is Anna's wallet that was used

  @one-tenant
  Scenario: Somebody who is known already gets no further card by joining
    Given Anna is a customer
    When Anna joins and asks for
      | another card | second  |
      | a coupon of  | Welcome |
    Then it is Anna's wallet that was used
    And Anna has 1 identity

  @one-tenant
  Scenario: Nothing is made where a further card is somebody else's
    Given Anna is a customer
    When Ben joins and asks for
      | the card of | Anna    |
      | a coupon of | Welcome |
    Then it is refused because the identity is taken
    And nobody is found by the card that Ben asked for

  @one-tenant
  Scenario: Nothing is made where the request makes no sense
    When Anna joins and asks for
      | a coupon of                | Welcome |
      | a coupon named in two ways | Welcome |
    Then it is refused because the request is malformed
    And nobody is found by the card that Anna asked for

  @one-tenant
  Scenario: The card of a deleted wallet opens no other
    Given Anna is a customer
    And her wallet has been deleted
    When she joins once more with a coupon of "Welcome"
    Then it is refused because the identity is taken

  @one-tenant
  Scenario: What cannot be had does not keep the rest away
    When Anna joins with a coupon of "Welcome" and one of a campaign that never was
    Then Anna has 1 coupon of "Welcome"
    And the other coupon is reported as failed because there is no such campaign

  @one-tenant
  @severity:critical
  Scenario: Each thing that cannot be had is reported with its reason
    Given a campaign "Stopped"
    And the campaign "Stopped" has been set to inactive
    And Anna is a member of it
    And Anna has been credited 300 points
    When Anna joins and asks for
      | a coupon of | Stopped                   |
      | a coupon of | Welcome                   |
      | a coupon of | a campaign that never was |
      | points of   | the scheme                |
      | points of   | a scheme that never was   |
    Then these are reported as failed
      | Stopped                   | the campaign is not running |
      | a campaign that never was | there is no such campaign   |
      | the scheme                | there is one already        |
      | a scheme that never was   | there is no such scheme     |
    And Anna has 1 coupon of "Welcome"
    And Anna has 0 coupons of "Stopped"
    And Anna has 300 points

  @one-tenant
  @severity:critical
  Scenario: A customer who joins at many tills at the same moment has one wallet
    When Anna joins at 8 tills with points at the same moment
    Then all of them led to one wallet
    And Anna has 1 account
