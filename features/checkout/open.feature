@service:pos
@service:wallet
@service:resources
Feature: Opening a basket
  A till opens a basket to learn what it comes to for this customer. Nothing is spent by that.

  Background:
    Given the shop sells "coffee" for 35.00
    And Anna is a customer

  @severity:blocker
  @smoke
  Scenario: An offer for everyone takes its part off the price
    Given a campaign "Ten off" that takes 10 % off "coffee" for everyone
    When Anna's basket of 2 "coffee" is opened
    Then 7.00 is taken off and 63.00 is to pay

  Scenario: A customer nobody knows gets the offers for everyone
    Given a campaign "Ten off" that takes 10 % off "coffee" for everyone
    When a basket of 2 "coffee" is opened without a card
    Then 7.00 is taken off and 63.00 is to pay

  @severity:critical
  Scenario: An offer for some is for those who have its coupon
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    When Anna's basket of 2 "coffee" is opened
    Then 5.00 is taken off and 65.00 is to pay

  Scenario: An offer for some is not for others
    Given a campaign "For friends" that takes 5.00 off "coffee"
    When Anna's basket of 2 "coffee" is opened
    Then nothing is taken off and 70.00 is to pay

  Scenario: An offer for one product leaves others alone
    Given the shop sells "tea" for 20.00
    And a campaign "Ten off" that takes 10 % off "coffee" for everyone
    When Anna's basket of 1 "tea" is opened
    Then nothing is taken off and 20.00 is to pay

  Scenario: A campaign that has been stopped takes nothing off
    Given a campaign "Ten off" that takes 10 % off "coffee" for everyone
    And the campaign "Ten off" has been set to inactive
    When Anna's basket of 2 "coffee" is opened
    Then nothing is taken off and 70.00 is to pay

  @severity:critical
  Scenario: Points are promised on what is paid, not on what was asked
    Given a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And a campaign "Ten off" that takes 10 % off "coffee" for everyone
    When Anna's basket of 2 "coffee" is opened
    Then 63 points are promised

  Scenario: A card that nobody knows is refused
    When a basket of 1 "coffee" is opened with a card that was never given out
    Then it is refused because there is no such wallet

  Scenario: A suspended wallet is refused at the till
    Given Anna's wallet has been suspended
    When Anna's basket of 1 "coffee" is opened
    Then it is refused because the wallet is not active

  Scenario: A lost card is refused at the till
    Given Anna's card has been lost
    When Anna's basket of 1 "coffee" is opened
    Then it is refused because the identity is not active

  Scenario: Opening changes nothing
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    When Anna's basket of 2 "coffee" is opened
    Then Anna's coupon is active

  @severity:critical
  Scenario: A coupon that is locked at one till is no good at another
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    And Anna's basket of 2 "coffee" has been opened with a lock
    When the same is opened at another till
    Then nothing is taken off and 70.00 is to pay

  Scenario: Opening again under the same reference keeps what it had locked
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    And Anna's basket of 2 "coffee" has been opened with a lock
    When the same is opened again
    Then 5.00 is taken off and 65.00 is to pay
