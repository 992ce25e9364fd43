@service:pos
@service:wallet
@service:resources
Feature: Paying with points at the till
  A till reserves points while a customer pays. They stay the customer's, and nobody can spend them,
  until the purchase is settled or they are given up.

  Background:
    Given the shop sells "coffee" for 35.00
    And a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And Anna has been credited 1000 points

  @one-tenant
  @severity:blocker
  Scenario: Points that are reserved stay where they are and cannot be spent
    When Anna reserves 600 points at the till
    Then she has 1000 points, of which 400 can be spent
    And the spend is active

  @one-tenant
  @severity:critical
  Scenario: Points that are reserved cannot be spent elsewhere
    Given Anna has reserved 600 points at the till
    When she spends 500 points
    Then it is refused because the balance is too low
    And she has 1000 points, of which 400 can be spent

  @one-tenant
  @severity:blocker
  Scenario: Of many tills that reserve the last points at the same moment one gets them
    When Anna reserves 600 points at 8 tills at the same moment
    Then it is done once and refused 7 times because the balance is too low
    And she has 1000 points, of which 400 can be spent

  @one-tenant
  @severity:critical
  Scenario: Points that are given up are as they were
    Given Anna has reserved 600 points at the till
    When the points are given up
    Then she has 1000 points, of which 1000 can be spent
    And the spend is voided

  @severity:critical
  Scenario: Settling spends what was reserved
    Given Anna's basket of 2 "coffee" has been opened
    And she has reserved 600 points at the till
    When it is settled together with the points
    Then she has 470 points, of which 470 can be spent
    And the spend is settled

  @one-tenant
  Scenario: Settling may give up what was reserved
    Given Anna's basket of 2 "coffee" has been opened
    And she has reserved 600 points at the till
    When it is settled and the points are given up
    Then she has 1070 points, of which 1070 can be spent
    And the spend is voided

  @one-tenant
  Scenario: A till that lets go of its basket lets go of the points
    Given Anna's basket of 2 "coffee" has been opened
    And she has reserved 600 points for the basket
    When the till lets go of the basket
    Then she has 1000 points, of which 1000 can be spent
    And the spend is voided

  @one-tenant
  @severity:critical
  Scenario: Points that are spent at once are gone at once
    When Anna spends 600 points at the till
    Then she has 400 points, of which 400 can be spent
    And the spend is active

  @one-tenant
  Scenario: Points that were spent at once come back when they are given up
    Given Anna has spent 600 points at the till
    When the points are given up
    Then she has 1000 points, of which 1000 can be spent
    And the spend is voided

  @one-tenant
  Scenario: Points that were spent at once are not spent again by settling
    Given Anna's basket of 2 "coffee" has been opened
    And she has spent 600 points at the till
    When it is settled together with the points
    Then she has 470 points, of which 470 can be spent
    And the spend is settled

  @needs:clock
  @lock:tenant
  @one-tenant
  @severity:critical
  Scenario: A till that never comes back holds points for a quarter of an hour
    Given Anna has reserved 600 points at the till
    When 16 minutes go by
    Then she has 1000 points, of which 1000 can be spent
    And the spend is voided
