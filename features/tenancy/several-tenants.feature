@service:wallet
@severity:critical
Feature: Tenants beside each other
  Tenants share one platform and choose their names and numbers without knowing of each other. Where
  these are the same, each still has its own.

  Scenario: One card number belongs to a customer of each tenant
    Given the tenant has a customer Anna
    When another tenant gets a customer Bert with Anna's card
    Then the tenant finds Anna by Anna's card
    And another tenant finds Bert by Anna's card
    And a third tenant finds nobody by Anna's card

  @one-tenant
  @service:resources
  Scenario: Campaigns of two tenants may have one reference
    Given the tenant has a campaign "Summer" under the reference "season"
    When another tenant makes a campaign "Winter" under the reference "season"
    Then the tenant finds the campaign "Summer" under the reference "season"
    And another tenant finds the campaign "Winter" under the reference "season"

  @one-tenant
  @service:pos
  Scenario: Purchases of two tenants may have one reference
    Given another tenant has settled a purchase under the reference "visit 1"
    When the tenant settles a purchase under the reference "visit 1"
    Then it is answered
    And the tenant finds its own purchase under the reference "visit 1"
    And another tenant finds its own purchase under the reference "visit 1"

  @one-tenant
  Scenario: A busy tenant does not keep another one waiting
    Given the tenant has a customer Anna
    When another tenant sends 60 requests at once while Anna's wallet is read 10 times
    Then each reading is answered within 5 seconds

  @tenants:lotus
  Scenario: Services that a tenant does not have are closed to it
    When the tenant tries every operation of services it does not have
    Then all of them are refused in the same words because the tenant has no such service
