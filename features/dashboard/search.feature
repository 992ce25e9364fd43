@service:dashboard
@service:wallet
@service:resources
@one-tenant
@search
Feature: Finding who has called
  Who calls is found by what they can say: any of their numbers, a name, an address, the reference of a
  purchase, or the code on a coupon.

  @severity:critical
  @smoke
  @service:pos
  Scenario: A customer is found by each of the keys
    Given a points scheme
    And Anna is a member of it
    And Anna is known by name and e-mail address
    And the shop sells "coffee" for 35.00
    And Anna has bought 2 "coffee"
    And a campaign "Coffee week"
    And a token of "Coffee week"
    And the coupon of the token has been put into Anna's wallet
    When customer care searches for Anna by the card
    Then the dashboard shows Anna's wallet
    And Anna is found as well by the following
      | wallet number  |
      | account number |
      | name           |
      | purchase       |
      | token          |
