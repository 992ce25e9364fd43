@lock:*
@needs:outage
@one-tenant
@service:wallet
Feature: When something the platform needs is missing
  A change that cannot be told has not happened: it is refused as a whole, and can be tried again.
  Nothing is left half done.

  Background:
    Given Anna is a customer with 500 points

  @severity:critical
  Scenario: A change that cannot be told has not happened
    Given what the platform needs to tell of changes does not answer
    When Anna is credited 100 points
    Then it is refused because what the platform needs does not answer
    And it is told when to come back
    And Anna has 500 points

  Scenario: A change that waits too long has not happened
    Given what the platform needs to tell of changes answers too slowly
    When Anna is credited 100 points
    Then it is refused because what the platform needs does not answer
    And Anna has 500 points

  Scenario: A change that waits a little is made
    Given what the platform needs to tell of changes answers slowly
    When Anna is credited 100 points
    Then it is answered
    And Anna has 600 points

  @severity:critical
  Scenario: The platform is not ready while it cannot serve
    Given what the platform needs to tell of changes does not answer
    When Anna is credited 100 points
    Then it is refused because what the platform needs does not answer
    And the platform says that it is not ready
