@service:pos
@service:wallet
@service:resources
@one-tenant
Feature: Points that a till must not spend
  Points are spent once, by their owner, within the scheme's rules, and not after they were given up.

  Background:
    Given the shop sells "coffee" for 35.00
    And a points scheme
    And Anna is a member of it
    And Anna has been credited 1000 points

  Scenario Outline: A till cannot reserve <points> where steps of 100 from 100 are the rule
    When Anna reserves <points> at the till
    Then it is refused because the scheme does not allow that amount
    And she has 1000 points, of which 1000 can be spent

    Examples:
      | points     |
      | 50 points  |
      | 150 points |

  @severity:critical
  Scenario: A till cannot reserve more points than there are
    When Anna reserves 1100 points at the till
    Then it is refused because the balance is too low
    And she has 1000 points, of which 1000 can be spent

  Scenario: Without a card there are no points to spend
    When 100 points are to be spent at the till without a card
    Then it is refused because the request is malformed

  Scenario: A wallet that may only earn does not spend at the till
    Given Anna's wallet has been set to earn only
    When she reserves 100 points at the till
    Then it is refused because the wallet may only earn
    And she has 1000 points, of which 1000 can be spent

  @severity:critical
  Scenario: Points that are asked for twice are reserved once
    Given Anna has reserved 600 points at the till
    When the same points are asked for again
    Then the points are answered for as the first time
    And she has 1000 points, of which 400 can be spent

  Scenario: A reference that points were reserved under is not used for others
    Given Anna has reserved 600 points at the till
    When 200 points are asked for under the same reference
    Then it is refused because the reference was settled differently
    And she has 1000 points, of which 400 can be spent

  @severity:critical
  Scenario: Points come back once, however often they are given up
    Given Anna has spent 600 points at the till
    When the points are given up 6 times at the same moment
    Then it is done once and refused 5 times because its status does not allow it
    And she has 1000 points, of which 1000 can be spent

  @severity:critical
  Scenario: Points that were given up cannot be spent by settling
    Given Anna's basket of 2 "coffee" has been opened
    And she has reserved 600 points at the till
    And the points have been given up
    When it is settled together with the points
    Then it is refused because its status does not allow it
    And she has 1000 points, of which 1000 can be spent
    And there is no purchase of it

  Scenario: Points that were spent with a purchase cannot be given up
    Given Anna's basket of 2 "coffee" has been opened
    And she has reserved 600 points at the till
    And it has been settled together with the points
    When the points are given up
    Then it is refused because its status does not allow it
    And she has 470 points, of which 470 can be spent

  @severity:critical
  Scenario: Nobody settles with another customer's points
    Given Ben is a customer
    And Anna has reserved 600 points at the till
    And Ben's basket of 2 "coffee" has been opened
    When it is settled together with the points
    Then it is refused because there is no such transaction
    And Anna has 1000 points, of which 400 can be spent
    And there is no purchase of it

  Scenario: Points that were never spent cannot be given up
    When points that were never spent are given up
    Then it is refused because there is no such transaction
