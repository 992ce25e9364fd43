@service:wallet
@service:resources
@severity:blocker
Feature: Lists hold what is the tenant's own
  A list, a search or a feed is a window into one tenant. Which there are is read from the platform's
  own contract, so that a new one is looked into as well.

  Scenario: No list holds anything of another tenant
    Given the tenant has customers and offers
    When another tenant reads every list there is
    Then none of them holds anything of the tenant's
    And each of them holds the tenant's own for the tenant

  @one-tenant
  Scenario: Numbers next to one's own say nothing
    Given the tenant and another tenant have got 4 customers each, in turn
    When another tenant asks for the wallets with the numbers between its own
    Then each answer is as for a wallet that never was
    And another tenant still reads its own
