@lock:*
@needs:restart
@one-tenant
@service:pos
@service:wallet
Feature: Going over to another version
  A new version takes the place of the old one machine by machine, while tills go on. For a while both
  serve the same customers.

  @severity:critical
  Scenario: No purchase is lost while one version takes the place of another
    When the platform goes over to another version while purchases are settled
    Then each of these purchases is there
    And both versions have answered meanwhile
    And only the new version answers now
