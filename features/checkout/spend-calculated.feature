@service:pos
@service:wallet
@service:resources
Feature: What points are worth at the till
  Before anything is reserved a till can ask how many points a customer could spend and what they are
  worth. Asking changes nothing.

  Background:
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 1250 points

  @severity:critical
  Scenario: As many points could be spent as the scheme's steps allow
    When the till asks how many points Anna could spend
    Then 1200 points could be spent, worth 12.00
    And she has 1250 points, of which 1250 can be spent

  @one-tenant
  Scenario: Points that are reserved are not offered once more
    Given Anna has reserved 600 points at the till
    When the till asks how many points she could spend
    Then 600 points could be spent, worth 6.00

  @one-tenant
  Scenario: An amount takes as many points as it needs
    When the till asks how many points Anna needs for 5.00
    Then it takes 500 points, worth 5.00
    And she has 1250 points, of which 1250 can be spent

  @one-tenant
  Scenario: An amount that takes points the scheme does not allow is refused
    When the till asks how many points Anna needs for 5.50
    Then it is refused because the scheme does not allow that amount

  @one-tenant
  Scenario: More points than there are is told before anything is tried
    When the till asks whether Anna could spend 1300 points
    Then it is refused because the balance is too low

  @one-tenant
  Scenario: An amount can be paid without knowing how many points it takes
    When Anna reserves points for 5.00 at the till
    Then she has 1250 points, of which 750 can be spent
