@service:wallet
@service:resources
@severity:blocker
Feature: What is another tenant's looks like what never was
  The list of what is tried comes from the platform's own contract. Whatever carries the number or name
  of a thing is asked twice by a tenant whom it does not belong to: for the thing itself, and for one
  that never was.

  @smoke
  Scenario: Another tenant's wallet cannot be told from one that never was
    Given the tenant has customers and offers
    When another tenant looks for the wallet in every way there is
    Then each answer is as if the wallet had never been

  Scenario: Another tenant's wallet cannot be used
    Given the tenant has customers and offers
    When another tenant tries to use the wallet in every way there is
    Then each answer is as if the wallet had never been
    And everything of the tenant's is as it was

  @one-tenant
  @service:pos
  Scenario: Nothing else of another tenant's can be told from what never was
    Given the tenant has customers and offers
    When another tenant looks for everything else in every way there is
    Then each answer is as if nothing of it had ever been

  @one-tenant
  @service:pos
  Scenario: Nothing else of another tenant's can be used
    Given the tenant has customers and offers
    When another tenant tries to use everything else in every way there is
    Then each answer is as if nothing of it had ever been
    And everything of the tenant's is as it was

  @one-tenant
  Scenario: Every operation that carries an id is checked for other tenants
    When all operations that carry a number or name of a thing are looked up
    Then each of them is checked for other tenants
