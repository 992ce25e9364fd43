@service:wallet
@severity:blocker
Feature: Tenants are kept apart
  Every tenant sees its own customers, campaigns and transactions and nothing of any other tenant, not even
  that it is
  there.

  Background:
    Given Anna is a customer with 500 points

  @smoke
  Scenario: Another tenant cannot read a wallet
    When another tenant asks for Anna's wallet
    Then it is refused because there is no such wallet

  Scenario Outline: Another tenant cannot <change> a wallet
    When another tenant tries to <change> Anna's wallet
    Then it is refused because there is no such wallet
    And Anna's wallet is still as it was

    Examples:
      | change    |
      | suspend   |
      | terminate |
      | rename    |
      | delete    |

  Scenario: Another tenant's wallet looks like one that never was
    When another tenant asks for Anna's wallet and for one that never was
    Then both are refused in the same words

  Scenario: Another tenant cannot read a balance
    When another tenant asks for Anna's points
    Then it is refused because there is no such wallet

  Scenario: Another tenant cannot spend a customer's points
    When another tenant tries to spend 100 of Anna's points
    Then it is refused because there is no such wallet
    And Anna has 500 points

  Scenario: The same card may belong to customers of two tenants
    When another tenant gets a customer with the same card as Anna
    Then each tenant finds its own customer by that card

  @service:resources
  Scenario: A campaign belongs to one tenant
    Given a campaign "Winter" of another tenant
    When Anna is given a coupon of "Winter"
    Then it is refused because there is no such campaign

  @service:resources
  Scenario: Lists hold the tenant's own campaigns only
    Given a campaign "Winter" of another tenant
    And a campaign "Summer"
    When the campaigns are listed
    Then "Summer" is in the list
    And "Winter" is not in the list

  @service:pos
  Scenario: A till of another tenant is unknown
    When Anna's basket is opened at another tenant's outlet
    Then it is refused because the outlet is unknown

  @service:pos
  Scenario: References of two tenants do not meet
    Given another tenant has settled a basket
    When Anna's basket is settled under the same reference
    Then it is answered
