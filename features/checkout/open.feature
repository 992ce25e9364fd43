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

  @one-tenant
  @severity:critical
  Scenario: A customer nobody knows gets the offers for everyone and no others
    Given these offers:
      | offer       | gives | on     | to       |
      | Ten off     | 10 %  | coffee | everyone |
      | For friends | 5.00  | coffee | Anna     |
    When a basket of 2 "coffee" is opened without a card
    Then 7.00 is taken off and 63.00 is to pay
    And these offers take off:
      | Ten off | 7.00 |

  @one-tenant
  @severity:critical
  Scenario: An offer for some is for those who have its coupon
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Anna has a coupon of "For friends"
    When her basket of 2 "coffee" is opened
    Then 5.00 is taken off and 65.00 is to pay

  @one-tenant
  Scenario: An offer for some is not for others
    Given a campaign "For friends" that takes 5.00 off "coffee"
    And Ben has a coupon of "For friends"
    When Anna's basket of 2 "coffee" is opened
    Then nothing is taken off and 70.00 is to pay

  @one-tenant
  @severity:critical
  Scenario: Points are promised on what is paid, not on what was asked
    Given a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And a campaign "Ten off" that takes 10 % off "coffee" for everyone
    When her basket of 2 "coffee" is opened
    Then 63 points are promised

  @one-tenant
  Scenario: Who shows no card is promised no points
    Given a points scheme that gives 1 point for every 1.00
    When a basket of 2 "coffee" is opened without a card
    Then 0 points are promised

  @one-tenant
  Scenario: A card that nobody knows is refused
    When a basket of 1 "coffee" is opened with a card that was never given out
    Then it is refused because there is no such wallet

  @one-tenant
  Scenario: Opening changes nothing
    Given these offers:
      | offer       | gives      | on     | to   |
      | For friends | 5.00       | coffee | Anna |
      | Bonus       | 100 points | coffee | Anna |
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    When her basket of 2 "coffee" is opened
    Then her coupon of "For friends" is active
    And her coupon of "Bonus" is active
    And she has 0 points
    And there is no purchase of it
