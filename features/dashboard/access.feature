@service:dashboard
@service:wallet
@sign-in
Feature: Access to the dashboard
  A client's staff work in the dashboard. It opens with a name and a password, to one tenant's customers
  only.

  @severity:blocker
  @smoke
  @one-tenant
  Scenario: Customer care signs in with its own name and password, and with no others
    When customer care signs in with a wrong password
    Then the dashboard says that name and password do not fit
    And a name nobody has is refused in the same words
    And the dashboard opens to customer care
    And the dashboard shows the tenant's name

  @severity:blocker
  @one-tenant
  Scenario: Who signs out is out, and a copy of what the browser kept opens nothing
    Given customer care has signed in
    And customer care has looked at the search
    And somebody has copied what the browser keeps
    When customer care signs out
    Then the dashboard asks to sign in
    And the copy does not open the search

  @severity:blocker
  Scenario: Another tenant's customer is neither found nor shown
    Given another tenant has a customer Zoe
    When customer care searches for Zoe by the card
    Then the dashboard says that nobody was found
    And there is no page of Zoe's wallet

  @severity:critical
  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: After five wrong passwords even the right one opens nothing for a quarter of an hour
    Given 5 wrong passwords have been tried for marketing
    When marketing signs in
    Then the dashboard says that the name is locked for a while
    And after 16 minutes the dashboard opens to marketing

  @severity:critical
  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: Who does nothing for half an hour has to sign in again, and who goes on working does not
    Given customer care has signed in
    And 29 minutes have gone by
    And customer care has looked at the search
    And 31 minutes have gone by
    When somebody goes back to the search
    Then the dashboard asks to sign in
    And the dashboard says "nothing was done for 30 minutes"

  @needs:clock
  @lock:tenant
  @one-tenant
  Scenario: Nobody stays signed in for longer than half a day
    Given customer care has signed in
    And 13 hours have gone by
    When somebody goes back to the search
    Then the dashboard asks to sign in
    And the dashboard says "it began 12 hours ago"
