@service:wallet
Feature: The platform says how it is
  Whoever runs the platform asks every instance whether it lives, whether it can serve and which build
  it is.

  @severity:blocker
  @smoke
  Scenario: Every instance is healthy and ready
    When the platform is asked 8 times how it is
    Then it is healthy and ready each time

  @one-tenant
  @severity:critical
  Scenario: Every instance is the same build
    When the platform is asked 8 times which build it is
    Then all answers name one version and one digest

  @one-tenant
  Scenario: The contract is published
    When the contract of the platform is asked for
    Then it names every operation that this suite uses

  @one-tenant
  Scenario: An operation that does not exist is refused in the usual form
    When an operation that does not exist is asked for
    Then it is refused because there is no such operation

  @one-tenant
  @severity:critical
  Scenario: A refusal tells nothing of the inside
    When a signed request arrives whose body is no JSON
    Then it is refused because the body is no JSON
    And the refusal tells nothing of the inside
